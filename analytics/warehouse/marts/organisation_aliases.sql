-- One row per alias of an organisation that is there.
create table base.organisation_aliases as
select aliases.* replace (resolution.organisation_id as organisation_id)
from state.organisation_aliases as aliases
inner join base.resolution as resolution on aliases.alias = resolution.alias;
