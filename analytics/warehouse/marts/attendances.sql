-- One row per held event and organisation that attended it; the organisation is null for guests not yet assigned.
create table base.attendances as
select
    participations.event_id,
    participations.organisation_id,
    any_value(events.starts_on) as happened_on,
    sum(participations.persons)::bigint as persons
from base.participations as participations
inner join base.events as events on participations.event_id = events.event_id
where participations.status = 'attended' and events.status = 'held'
group by participations.event_id, participations.organisation_id;
