-- One row per period and kind: organisations that were partners in a cooperation active when the period is measured.
-- disclosure: cells organisations by kind
select
    periods.period,
    organisations.kind,
    count(distinct active_members.organisation_id) as organisations
from periods
inner join active_members on periods.period = active_members.period
inner join organisations on active_members.organisation_id = organisations.organisation_id
group by periods.period, periods.starts_on, organisations.kind
order by periods.starts_on, organisations.kind
