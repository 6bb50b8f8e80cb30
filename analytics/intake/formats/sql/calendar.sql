-- A row of a calendar: an event, known by its own identity, else by its title and day. What has begun was held.
-- Days are read step by step: the macros that read them are long.
with parted as materialized (
    select
        *,
        date_parts(starts_on) as start_parts
    from source
),

dated as materialized (
    select
        * exclude (start_parts),
        day_of_parts(start_parts, true) as day
    from parted
),

known as (
    select
        event_id,
        title,
        starts_on,
        format,
        status
    from state_events
)

select
    dated._line,
    {
        'event_id': coalesce(
            dated.event_id, named.event_id, id_from('event-', dated.title || ' ' || dated.day::varchar)
        ),
        'title': dated.title,
        'starts_on': coalesce(dated.day::varchar, dated.starts_on),
        'ends_on': dated.ends_on,
        'venue': dated.venue,
        'format': coalesce(dated.format, same.format, named.format, 'other'),
        'status': coalesce(
            same.status, named.status, case when dated.day <= current_date then 'held' else 'planned' end
        ),
        'capacity': dated.capacity
    } as events
from dated
left join known as same on dated.event_id = same.event_id
left join (
    select
        same_name(title) as name_key,
        starts_on,
        min(event_id) as event_id,
        min(format) as format,
        min(status) as status
    from known
    group by same_name(title), starts_on
    having count(*) = 1
) as named on dated.event_id is null and same_name(dated.title) = named.name_key and dated.day = named.starts_on
