-- One row per organisation in scope on the guest list of the event (the variable event_id): registered, not called off.
-- disclosure: named
select distinct participations.organisation_id
from participations
inner join organisations on participations.organisation_id = organisations.organisation_id
where
    participations.event_id = getvariable('event_id')::varchar
    and participations.status in ('registered', 'attended')
order by participations.organisation_id
