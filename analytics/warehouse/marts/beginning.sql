-- One row: the day on which the history begins that is shown over time. It is the first on which anything happened or
-- began, without the few things (a tenth at most) that lie more than five years before all others, which are slips of
-- the pen or another history; and never more than fifty years ago. What lies before it still counts in its own period.
create table base.beginning as
with happened as (
    select
        day,
        count(*) as things
    from (
        select starts_on as day from base.events where status = 'held'
        union all
        select held_on from base.consultations
        union all
        select since from base.cooperation_stages
        union all
        select decided_on from base.funding
    ) as dated
    where day <= getvariable('today')::date
    group by day
),

breaks as (
    select
        day,
        day - lag(day) over (order by day) as days_before,
        sum(things) over (order by day) - things as things_before,
        sum(things) over () as things_in_all
    from happened
)

select
    greatest(
        coalesce(
            max(day) filter (where days_before > 5 * 366 and 10 * things_before <= things_in_all),
            min(day)
        ),
        (max(day) - interval 50 year)::date
    ) as first_day
from breaks;
