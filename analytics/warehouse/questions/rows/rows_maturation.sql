-- One row per cooperation that was agreed in the twelve months ending 365 days before the period is measured.
select
    cooperations.title,
    cooperations.kind as cooperation_kind,
    cooperations.agreed_on,
    cooperations.joint_on,
    cooperations.ended_on,
    coalesce(cooperations.joint_on <= cooperations.agreed_on + 365, false) as is_matured
from cooperations
inner join periods
    on
        periods.measured_on - 365 >= cooperations.agreed_on
        and periods.measured_on - 365 - interval 12 month < cooperations.agreed_on
order by cooperations.agreed_on desc, cooperations.title asc, cooperations.cooperation_id asc
