-- One row: what is known of the organisation (the variable organisation_id), where it is in scope.
-- disclosure: named
select
    organisations.organisation_id,
    organisations.name,
    organisations.kind,
    organisations.size,
    organisations.founded_year,
    coalesce(districts.name, organisations.district) as district,
    organisations.member_since,
    organisations.left_on,
    organisations.is_coordinator
from organisations
left join districts on organisations.district = districts.ags5
where organisations.organisation_id = getvariable('organisation_id')::varchar
