-- One row per event held in the period in the district named by the variable district, the newest first.
-- disclosure: named
select
    events.starts_on,
    events.title,
    events.format,
    events.venue
from periods
inner join events on events.starts_on between periods.starts_on and periods.counted_until
where
    events.status = 'held'
    and events.district = getvariable('district')::varchar
order by events.starts_on desc, events.title asc, events.event_id asc
