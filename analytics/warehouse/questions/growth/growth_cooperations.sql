-- One row per period: cooperations agreed since the beginning (cumulative) and active when it is
-- measured (active).
-- disclosure: totals
select
    periods.period,
    count(cooperations.cooperation_id) as cumulative,
    count(cooperations.cooperation_id) filter (
        where cooperations.ended_on is null or cooperations.ended_on >= periods.measured_on
    ) as active
from periods
left join cooperations on periods.measured_on >= cooperations.agreed_on
group by periods.period, periods.starts_on
order by periods.starts_on
