-- One row per period and kind: organisations that were partners in a cooperation active on the period's last day.
-- disclosure: cells organisations by kind
select
    periods.period,
    organisations.kind,
    count(distinct members.organisation_id) as organisations
from periods
inner join cooperations
    on
        periods.measured_on >= cooperations.agreed_on
        and (cooperations.ended_on is null or cooperations.ended_on >= periods.measured_on)
inner join cooperation_members as members
    on
        cooperations.cooperation_id = members.cooperation_id
        and (members.joined_on is null or members.joined_on <= periods.measured_on)
        and (members.left_on is null or members.left_on >= periods.measured_on)
inner join organisations on members.organisation_id = organisations.organisation_id
group by periods.period, periods.starts_on, organisations.kind
order by periods.starts_on, organisations.kind
