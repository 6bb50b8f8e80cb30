-- One row per district there is: core districts first, then the alphabet, then what is no district.
-- disclosure: totals
select
    ags5 as district,
    name
from (
    select
        ags5,
        name,
        is_core
    from districts
    union all
    select unnest(['abroad', 'elsewhere', 'unknown']), null, null
) as places
order by
    case when is_core then 0 when name is not null then 1 else 2 end,
    name,
    ags5
