-- A cooperation that ended before it was agreed, or before it began.
with dated as (
    select
        cooperation_id,
        min(since) as begun_on,
        min(since) filter (where stage >= '3') as agreed_on
    from state.cooperation_stages
    group by cooperation_id
)

select
    'cooperations' as table_name,
    cooperations.cooperation_id as thing,
    cooperations.ended_on || ' < ' || coalesce(dated.agreed_on, dated.begun_on) as said,
    null::date as stands_from,
    null::date as stands_until
from state.cooperations as cooperations
inner join dated on cooperations.cooperation_id = dated.cooperation_id
where cooperations.ended_on < dated.agreed_on or cooperations.ended_on < dated.begun_on
