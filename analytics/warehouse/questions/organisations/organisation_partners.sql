-- One row per period and organisation with which the organisation (the variable organisation_id) had an agreed
-- cooperation by the day on which the period is measured: since when, in how many cooperations, and whether it still is
-- a partner then.
-- disclosure: named
select
    organisations.organisation_id,
    organisations.name,
    organisations.kind,
    partnerships.since as partner_since,
    partnerships.cooperations as cooperations_together,
    partnerships.is_current as is_partner_now
from partnerships
inner join organisations on partnerships.partner_id = organisations.organisation_id
where partnerships.organisation_id = getvariable('organisation_id')::varchar
order by is_partner_now desc, partner_since asc, organisations.name asc, organisations.organisation_id asc
