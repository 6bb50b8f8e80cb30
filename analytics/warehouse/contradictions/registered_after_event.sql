-- An event to which guests registered only after it had ended.
select
    'participations' as table_name,
    events.event_id as thing,
    coalesce(events.ends_on, events.starts_on) || ' < ' || max(participations.registered_on) as said,
    null::date as stands_from,
    null::date as stands_until
from state.events as events
inner join state.participations as participations on events.event_id = participations.event_id
where participations.registered_on > coalesce(events.ends_on, events.starts_on)
group by events.event_id, coalesce(events.ends_on, events.starts_on)
