-- One row per entry of the guest list of the event (the variable event_id), walk-ins included; whoever stands on it
-- without an organisation has none.
select
    participations.participation_id as guest,
    participations.person_id,
    participations.organisation_id,
    organisations.name as organisation,
    coalesce(organisations.kind, 'unknown') as kind,
    participations.persons,
    participations.status,
    participations.role,
    participations.walk_in
from participations
left join organisations on participations.organisation_id = organisations.organisation_id
where participations.event_id = getvariable('event_id')::varchar
order by lower(organisations.name) nulls last, participations.participation_id
