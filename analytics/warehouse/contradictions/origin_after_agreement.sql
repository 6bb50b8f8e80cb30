-- A cooperation that names as its origin an event that was cancelled, or took place after it was agreed or had ended.
with agreed as (
    select
        cooperation_id,
        min(since) as agreed_on
    from state.cooperation_stages
    where stage >= '3'
    group by cooperation_id
)

select
    'cooperations' as table_name,
    cooperations.cooperation_id as thing,
    case
        when events.status = 'cancelled' then events.event_id
        else least(agreed.agreed_on, cooperations.ended_on) || ' < ' || events.event_id || ': ' || events.starts_on
    end as said,
    null::date as stands_from,
    null::date as stands_until
from state.cooperations as cooperations
inner join state.events as events on cooperations.origin_event_id = events.event_id
left join agreed on cooperations.cooperation_id = agreed.cooperation_id
where events.status = 'cancelled' or events.starts_on > least(agreed.agreed_on, cooperations.ended_on)
