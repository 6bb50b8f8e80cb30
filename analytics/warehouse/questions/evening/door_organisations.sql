-- One row per organisation that a guest without registration may come from.
select
    organisation_id,
    name as organisation,
    coalesce(kind, 'unknown') as kind
from organisations
where left_on is null
order by lower(name), organisation_id
