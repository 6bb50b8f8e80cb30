-- One row per period: participations since the beginning until the last of its days that counts, counted in persons
-- as in K06, and the organisations reached by then.
-- disclosure: totals
with days as (
    select
        happened_on,
        persons,
        null as organisation_id
    from attendances
    union all
    select
        happened_on,
        persons,
        null
    from headcounts
    union all
    select
        happened_on,
        0,
        organisation_id
    from contacts
)

select
    periods.period,
    coalesce(sum(days.persons), 0)::bigint as participations,
    count(distinct days.organisation_id) as reached
from periods
left join days on periods.counted_until >= days.happened_on
group by periods.period, periods.starts_on
order by periods.starts_on
