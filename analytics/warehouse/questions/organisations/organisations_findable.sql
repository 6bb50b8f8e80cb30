-- One row per organisation in scope that agreed to be named: what a guest may find it by.
-- disclosure: named
select
    organisations.organisation_id,
    organisations.name,
    organisations.kind,
    organisations.is_coordinator,
    districts.name as district
from organisations
left join districts on organisations.district = districts.ags5
where organisations.consents_to_name
order by organisations.name, organisations.organisation_id
