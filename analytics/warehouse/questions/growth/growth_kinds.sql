-- One row per period and kind: organisations reached in the period.
-- disclosure: cells organisations by kind
select
    periods.period,
    organisations.kind,
    count(distinct contacts.organisation_id) as organisations
from periods
inner join contacts on contacts.happened_on between periods.starts_on and periods.counted_until
inner join organisations on contacts.organisation_id = organisations.organisation_id
group by periods.period, periods.starts_on, organisations.kind
order by periods.starts_on, organisations.kind
