-- One row per period: organisations reached since the beginning (cumulative) and in the period (active).
-- disclosure: totals
with firsts as (
    select
        organisation_id,
        min(happened_on) as first_on
    from contacts
    group by organisation_id
),

cumulative as (
    select
        periods.period,
        count(firsts.organisation_id) as organisations
    from periods
    left join firsts on periods.counted_until >= firsts.first_on
    group by periods.period
),

active as (
    select
        periods.period,
        count(distinct contacts.organisation_id) as organisations
    from periods
    left join contacts on contacts.happened_on between periods.starts_on and periods.counted_until
    group by periods.period
)

select
    periods.period,
    cumulative.organisations as cumulative,
    active.organisations as active
from periods
inner join cumulative on periods.period = cumulative.period
inner join active on periods.period = active.period
order by periods.starts_on
