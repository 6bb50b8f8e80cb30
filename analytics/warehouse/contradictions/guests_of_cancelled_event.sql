-- An event that was cancelled and has guests all the same.
with guests as (
    select
        event_id,
        sum(coalesce(persons, 1)) as persons
    from state.participations
    where status in ('attended', 'no_show')
    group by event_id
)

select
    'participations' as table_name,
    events.event_id as thing,
    coalesce(guests.persons, 0) + coalesce(events.unlisted_headcount, 0) as said,
    null::date as stands_from,
    null::date as stands_until
from state.events as events
left join guests on events.event_id = guests.event_id
where events.status = 'cancelled' and (guests.persons > 0 or events.unlisted_headcount > 0)
