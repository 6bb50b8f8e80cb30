-- One row per district of an organisation or event: core districts first, then the alphabet, then what is no district.
with present as (
    select distinct coalesce(district, 'unknown') as district
    from (
        select district from organisations
        union all
        select district from events
    ) as placed
)

select
    present.district,
    districts.name
from present
left join districts on present.district = districts.ags5
order by
    case when districts.is_core then 0 when districts.ags5 is not null then 1 else 2 end,
    districts.name,
    present.district
