-- One row per organisation; the district is the given one, else its postcode's; a district outside the
-- reference is elsewhere. A postcode that lies in two districts gives none. nace_division is the code's first two
-- digits, with or without the section's letter before them; a single one before a dot has lost its zero.
create table base.organisations as
with postcode_districts as (
    select postcode, any_value(ags5) as ags5
    from base.postcodes
    group by postcode
    having count(distinct ags5) = 1
)

select
    organisations.* replace (
        case
            when organisations.district in ('elsewhere', 'abroad') then organisations.district
            when known.ags5 is not null then organisations.district
            when organisations.district is not null then 'elsewhere'
            when postcode_districts.ags5 is not null then postcode_districts.ags5
            when
                regexp_full_match(organisations.postcode, '\d{5}')
                and organisations.postcode not in (select postcodes.postcode from base.postcodes)
                then 'elsewhere'
        end as district,
        parents.organisation_id as parent_id
    ),
    nullif(
        try_cast(regexp_extract(organisations.nace_code, '^\W*[A-Za-z]?\W*(\d{1,2})', 1) as integer), 0
    ) as nace_division
from state.organisations as organisations
left join base.districts as known on organisations.district = known.ags5
left join postcode_districts on organisations.postcode = postcode_districts.postcode
left join state.organisations as parents on organisations.parent_id = parents.organisation_id;
