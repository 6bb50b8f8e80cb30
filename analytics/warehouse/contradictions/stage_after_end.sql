-- A stage that a cooperation, agreed and begun before its end, is to have reached after it.
with dated as (
    select
        cooperation_id,
        min(since) as begun_on,
        min(since) filter (where stage >= '3') as agreed_on
    from state.cooperation_stages
    group by cooperation_id
)

select
    'cooperation_stages' as table_name,
    stages.cooperation_id as thing,
    min(cooperations.ended_on || ' < ' || stages.stage || ': ' || stages.since) as said,
    null::date as stands_from,
    null::date as stands_until
from state.cooperation_stages as stages
inner join state.cooperations as cooperations on stages.cooperation_id = cooperations.cooperation_id
inner join dated on stages.cooperation_id = dated.cooperation_id
where
    stages.since > cooperations.ended_on
    and dated.begun_on <= cooperations.ended_on
    and coalesce(dated.agreed_on <= cooperations.ended_on, true)
group by stages.cooperation_id
