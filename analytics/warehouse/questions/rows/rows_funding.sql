-- One row per application for funding that was decided in the period.
select
    coalesce(cooperations.title, organisations.name) as title,
    funding.programme,
    funding.status as funding_status,
    funding.requested_eur,
    funding.approved_eur,
    funding.submitted_on,
    funding.decided_on,
    funding.supported
from funding
inner join periods on funding.decided_on between periods.starts_on and periods.counted_until
left join organisations on funding.organisation_id = organisations.organisation_id
left join cooperations on funding.cooperation_id = cooperations.cooperation_id
order by funding.decided_on desc, title asc
