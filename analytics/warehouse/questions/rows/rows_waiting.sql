-- One row per cooperation that had begun before it was agreed, and by the day on which the period is measured: how many
-- days it took to the agreement, or has been waiting for it so far.
select
    cooperations.title,
    cooperations.kind as cooperation_kind,
    cooperations.contact_on,
    case when cooperations.agreed_on <= periods.measured_on then cooperations.agreed_on end as agreed_on,
    cooperations.ended_on,
    greatest(0, least(cooperations.agreed_on, cooperations.ended_on, periods.measured_on) - cooperations.contact_on)
        as days_waited
from cooperations
inner join periods on periods.measured_on >= cooperations.contact_on
where cooperations.agreed_on is null or cooperations.agreed_on > cooperations.contact_on
order by cooperations.contact_on desc, cooperations.title asc, cooperations.cooperation_id asc
