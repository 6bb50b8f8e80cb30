-- One row per period and event that the organisation (the variable organisation_id) attended by its end, newest first.
select
    attendances.event_id,
    attendances.happened_on as starts_on,
    occasions.title,
    occasions.format,
    attendances.persons
from periods
inner join attendances on periods.counted_until >= attendances.happened_on
inner join occasions on attendances.event_id = occasions.event_id
where attendances.organisation_id = getvariable('organisation_id')::varchar
order by attendances.happened_on desc, attendances.event_id asc
