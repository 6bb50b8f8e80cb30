-- One row per period and organisation with which the organisation (the variable organisation_id) had an agreed
-- cooperation by the period's end: since when, in how many cooperations, and whether it still is a partner then.
-- disclosure: named
with shared as (
    select
        cooperation_id,
        case
            when organisation_id = getvariable('organisation_id')::varchar then partner_id else organisation_id
        end as partner_id,
        since,
        until
    from cooperation_ties
    where getvariable('organisation_id')::varchar in (organisation_id, partner_id)
)

select
    organisations.organisation_id,
    organisations.name,
    organisations.kind,
    min(shared.since) as partner_since,
    count(distinct shared.cooperation_id) as cooperations_together,
    bool_or(shared.until is null or shared.until >= periods.measured_on) as is_partner_now
from periods
inner join shared on periods.measured_on >= shared.since
inner join organisations on shared.partner_id = organisations.organisation_id
group by periods.period, organisations.organisation_id, organisations.name, organisations.kind
order by is_partner_now desc, partner_since asc, organisations.name asc, organisations.organisation_id asc
