-- A place's name as its spellings share it: neither case, umlauts, signs nor what kind of place it is make a
-- difference, and what stands in brackets does not count.
create macro base.place_name(place) as trim(regexp_replace(
    regexp_replace(
        replace(replace(replace(
            replace(strip_accents(lower(regexp_replace(place, '\(.*?\)', ' ', 'g'))), 'ß', 'ss'),
            'ae', 'a'
        ), 'oe', 'o'), 'ue', 'u'),
        '[^a-z0-9]+', ' ', 'g'
    ),
    '\b(landeshauptstadt|kreisstadt|stadt|gemeinde)\b ?', '', 'g'
));

-- One row per organisation; the district is the given one, else its postcode's; a district outside the
-- reference is elsewhere. Of a postcode that lies in two districts the place tells which, where it can; else it gives
-- none. nace_division is the code's first two digits, with or without the section's letter before them; a single one
-- before a dot has lost its zero.
create table base.organisations as
with postcode_districts as (
    select postcode, any_value(ags5) as ags5
    from base.postcodes
    group by postcode
    having count(distinct ags5) = 1
),

-- Where a place lies, as the postcodes say that lie in one district.
places as (
    select distinct base.place_name(postcodes.place) as place, postcodes.ags5
    from base.postcodes as postcodes
    inner join postcode_districts on postcodes.postcode = postcode_districts.postcode
),

-- A part of a place counts as the place (Köln-Dellbrück), and so does its short name (Monheim).
placed as (
    select organisations.organisation_id, any_value(postcodes.ags5) as ags5
    from state.organisations as organisations
    inner join base.postcodes as postcodes on organisations.postcode = postcodes.postcode
    inner join places
        on
            postcodes.ags5 = places.ags5
            and (
                starts_with(base.place_name(organisations.place) || ' ', places.place || ' ')
                or starts_with(places.place || ' ', base.place_name(organisations.place) || ' ')
            )
    group by organisations.organisation_id
    having count(distinct postcodes.ags5) = 1
),

-- What was decided on who belongs to whom, where the organisation's own row does not say it.
decided as (
    select
        case verdict when 'child' then organisation_id else other_id end as organisation_id,
        min(case verdict when 'child' then other_id else organisation_id end) as parent_id
    from state.organisation_comparisons
    where verdict in ('parent', 'child') and organisation_id <> other_id
    group by all
    having count(*) = 1
),

parents as (
    select
        organisations.organisation_id,
        coalesce(organisations.parent_id, decided.parent_id) as parent_id
    from state.organisations as organisations
    left join decided on organisations.organisation_id = decided.organisation_id
    where coalesce(organisations.parent_id, decided.parent_id) in (
        select known.organisation_id
        from state.organisations as known
    )
)

select
    organisations.* replace (
        case
            when organisations.district in ('elsewhere', 'abroad') then organisations.district
            when known.ags5 is not null then organisations.district
            when organisations.district is not null then 'elsewhere'
            when postcode_districts.ags5 is not null then postcode_districts.ags5
            when placed.ags5 is not null then placed.ags5
            when
                regexp_full_match(organisations.postcode, '\d{5}')
                and organisations.postcode not in (select postcodes.postcode from base.postcodes)
                then 'elsewhere'
        end as district,
        parents.parent_id as parent_id
    ),
    nullif(
        try_cast(regexp_extract(organisations.nace_code, '^\W*[A-Za-z]?\W*(\d{1,2})', 1) as integer), 0
    ) as nace_division
from state.organisations as organisations
left join base.districts as known on organisations.district = known.ags5
left join postcode_districts on organisations.postcode = postcode_districts.postcode
left join placed on organisations.organisation_id = placed.organisation_id
left join parents on organisations.organisation_id = parents.organisation_id;
