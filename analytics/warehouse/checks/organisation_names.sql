-- One row per name that an organisation has, in the import or, where the import does not speak of it, in the store:
-- how many organisations have it, and which one it is where it is one. What is called alike is one name, see same_name.
create view organisation_names as
select
    same_name(name) as name_key,
    min(organisation_id) as organisation_id,
    count(distinct organisation_id) as organisations
from (
    select
        organisation_id,
        name
    from draft_organisations
    union all
    select
        organisation_id,
        name
    from state_organisations
    where organisation_id not in (
        select draft_organisations.organisation_id
        from draft_organisations
        where draft_organisations.organisation_id is not null
    )
) as known
where organisation_id is not null and name is not null
group by same_name(name);
