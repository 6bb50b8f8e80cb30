-- One row per organisation reached in the period: how often, when first, and what is known of it.
select
    organisations.name,
    organisations.kind,
    organisations.size,
    organisations.nace_code,
    coalesce(districts.name, organisations.district) as district,
    count(*) as occasions,
    any_value(first_contacts.first_contact_on) as first_contact_on
from periods
inner join contacts on contacts.happened_on between periods.starts_on and periods.counted_until
inner join organisations on contacts.organisation_id = organisations.organisation_id
inner join first_contacts on contacts.organisation_id = first_contacts.organisation_id
left join districts on organisations.district = districts.ags5
group by
    organisations.organisation_id,
    organisations.name,
    organisations.kind,
    organisations.size,
    organisations.nace_code,
    coalesce(districts.name, organisations.district)
order by organisations.name, organisations.organisation_id
