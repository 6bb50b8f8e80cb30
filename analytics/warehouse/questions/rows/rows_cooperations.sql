-- One row per cooperation that was active on some day of the period or agreed in it.
select
    cooperations.title,
    cooperations.kind as cooperation_kind,
    cooperations.contact_on,
    cooperations.agreed_on,
    cooperations.joint_on,
    cooperations.ended_on,
    count(distinct members.organisation_id) as members,
    cooperations.evidence
from cooperations
inner join periods
    on
        periods.measured_on >= cooperations.agreed_on
        and (cooperations.ended_on is null or cooperations.ended_on >= periods.starts_on)
left join cooperation_members as members on cooperations.cooperation_id = members.cooperation_id
group by
    cooperations.cooperation_id,
    cooperations.title,
    cooperations.kind,
    cooperations.contact_on,
    cooperations.agreed_on,
    cooperations.joint_on,
    cooperations.ended_on,
    cooperations.evidence
order by cooperations.agreed_on desc, cooperations.title asc, cooperations.cooperation_id asc
