-- One row per period: organisations whose first contact ever lay in it (new), which had been there within the
-- twelve months before (returning) or earlier (back again), and which fell silent in it: twelve months after a
-- contact without another (lapsed), as far as the data reaches. Where the scope names topics, the day itself must have
-- one of them; before and after, any contact counts.
-- disclosure: totals
with gaps as (
    select
        organisation_id,
        happened_on,
        is_chosen,
        lag(happened_on) over (partition by organisation_id order by happened_on) as before_on,
        lead(happened_on) over (partition by organisation_id order by happened_on) as next_on,
        happened_on + interval 12 month as silent_on
    from contact_days
),

arrivals as (
    select
        periods.period,
        gaps.organisation_id,
        arg_min(gaps.before_on, gaps.happened_on) as before_on,
        min(gaps.happened_on) as arrived_on,
        bool_or(gaps.before_on is null) as is_new
    from periods
    inner join gaps on gaps.happened_on between periods.starts_on and periods.counted_until
    where gaps.is_chosen
    group by periods.period, gaps.organisation_id
),

arrived as (
    select
        period,
        count(*) filter (where is_new) as new,
        count(*) filter (where not is_new and arrived_on <= before_on + interval 12 month) as "returning",
        count(*) filter (where not is_new and arrived_on > before_on + interval 12 month) as back_again
    from arrivals
    group by period
),

lapsed as (
    select
        periods.period,
        count(distinct gaps.organisation_id) as lapsed
    from periods
    inner join gaps on gaps.silent_on between periods.starts_on and periods.counted_until
    where gaps.is_chosen and (gaps.next_on is null or gaps.next_on > gaps.silent_on)
    group by periods.period
)

select
    periods.period,
    coalesce(arrived.new, 0) as new,
    coalesce(arrived."returning", 0) as "returning",
    coalesce(arrived.back_again, 0) as back_again,
    coalesce(lapsed.lapsed, 0) as lapsed
from periods
left join arrived on periods.period = arrived.period
left join lapsed on periods.period = lapsed.period
order by periods.starts_on
