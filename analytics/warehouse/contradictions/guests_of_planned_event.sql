-- An event whose day has passed and whose guests came, but which still is only planned.
select
    'participations' as table_name,
    events.event_id as thing,
    sum(coalesce(participations.persons, 1))::varchar as said,
    events.starts_on + 1 as stands_from,
    null::date as stands_until
from state.events as events
inner join state.participations as participations on events.event_id = participations.event_id
where events.status = 'planned' and participations.status in ('attended', 'no_show')
group by events.event_id, events.starts_on
