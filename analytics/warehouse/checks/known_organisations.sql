-- The organisations and their aliases as they will be once the import is taken.
create view known_organisations as
select
    organisation_id,
    name
from draft_organisations
where organisation_id is not null
union all
select
    organisation_id,
    name
from state_organisations
where organisation_id not in (
    select draft_organisations.organisation_id
    from draft_organisations
    where draft_organisations.organisation_id is not null
);

create view known_aliases as
select
    alias,
    organisation_id
from draft_organisation_aliases
where alias is not null and organisation_id is not null
union all
select
    alias,
    organisation_id
from state_organisation_aliases
where alias not in (
    select draft_organisation_aliases.alias
    from draft_organisation_aliases
    where draft_organisation_aliases.alias is not null
);
