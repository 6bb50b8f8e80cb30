-- One row per name that an organisation has, in the import or, where the import does not speak of it, in the store:
-- how many organisations have it, and which one it is where it is one. What is called alike is one name, see same_name.
-- Organisations that were joined are one; where each has the name, the one that counts is told.
create view organisation_names as
with called as (
    select
        organisation_id,
        name
    from known_organisations
    union all
    select
        organisation_id,
        alias
    from known_aliases
    where alias not in (select known_organisations.organisation_id from known_organisations)
)

select
    same_name(called.name) as name_key,
    case count(distinct called.organisation_id)
        when 1 then min(called.organisation_id)
        else min(coalesce(resolution.organisation_id, called.organisation_id))
    end as organisation_id,
    count(distinct coalesce(resolution.organisation_id, called.organisation_id)) as organisations
from called
left join organisation_resolution as resolution on called.organisation_id = resolution.alias
where called.name is not null
group by same_name(called.name);
