-- One row per held event and organisation that attended it; the organisation is null for guests not yet assigned.
create table base.attendances as
select
    event_id,
    organisation_id,
    any_value(happened_on) as happened_on,
    sum(persons)::bigint as persons
from base.participations
where status = 'attended' and is_held
group by event_id, organisation_id;
