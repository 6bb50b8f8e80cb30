-- A member of which a cooperation has two spans of days that overlap.
with spans as (
    select
        cooperation_id,
        organisation_id,
        joined_on,
        left_on,
        max(coalesce(left_on, 'infinity'::date)) over (
            partition by cooperation_id, organisation_id
            order by coalesce(joined_on, '-infinity'::date), coalesce(left_on, 'infinity'::date)
            rows between unbounded preceding and 1 preceding
        ) as until_before
    from state.cooperation_members
    where joined_on is not null or left_on is not null
)

select
    'cooperation_members' as table_name,
    cooperation_id || '/' || organisation_id as thing,
    min(joined_on || ' <= ' || case when isfinite(until_before) then until_before::varchar else '–' end) as said,
    null::date as stands_from,
    null::date as stands_until
from spans
where coalesce(joined_on, '-infinity'::date) <= until_before
group by cooperation_id, organisation_id
