-- A cooperation that reached a higher stage on an earlier day than a lower one.
select
    'cooperations' as table_name,
    higher.cooperation_id as thing,
    min(higher.stage || ': ' || higher.since || ' < ' || lower.stage || ': ' || lower.since) as said,
    null::date as stands_from,
    null::date as stands_until
from state.cooperation_stages as higher
inner join state.cooperation_stages as lower
    on
        higher.cooperation_id = lower.cooperation_id
        and higher.stage > lower.stage
        and higher.since < lower.since
inner join state.cooperations as cooperations on higher.cooperation_id = cooperations.cooperation_id
group by higher.cooperation_id
