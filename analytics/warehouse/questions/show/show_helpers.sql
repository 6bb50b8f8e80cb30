-- One row per organisation in scope that hosts or sponsors the event (the variable event_id) or speaks there, and
-- agreed to be named: what it does there first of the three.
-- disclosure: named
select
    organisations.organisation_id,
    organisations.name,
    organisations.kind,
    min_by(participations.role, list_position(['host', 'sponsor', 'speaker'], participations.role)) as role
from participations
inner join organisations on participations.organisation_id = organisations.organisation_id
where
    participations.event_id = getvariable('event_id')::varchar
    and participations.role in ('host', 'sponsor', 'speaker')
    and participations.status in ('registered', 'attended')
    and organisations.consents_to_name
group by organisations.organisation_id, organisations.name, organisations.kind
order by organisations.name, organisations.organisation_id
