-- One row per held event and organisation in scope that attended it: the encounter layer is made from these.
-- disclosure: named
select
    attendances.event_id,
    attendances.organisation_id,
    attendances.happened_on,
    events.title,
    events.format
from attendances
inner join occasions as events on attendances.event_id = events.event_id
inner join organisations on attendances.organisation_id = organisations.organisation_id
order by attendances.happened_on, attendances.event_id, attendances.organisation_id
