-- An event that was cancelled and was answered about all the same.
select
    'feedback' as table_name,
    events.event_id as thing,
    count(*)::varchar as said,
    null::date as stands_from,
    null::date as stands_until
from state.events as events
inner join state.feedback as feedback on events.event_id = feedback.event_id
where events.status = 'cancelled'
group by events.event_id
