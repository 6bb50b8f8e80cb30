-- One row per name by which an organisation is known: its own, those of records that were joined with it, and aliases.
-- A view, of which only those who ask for single names read what they ask for.
create view state.organisation_names as
select
    coalesce(resolution.organisation_id, records.organisation_id) as organisation_id,
    records.name
from state.organisation_records as records
left join base.resolution as resolution on records.organisation_id = resolution.alias
union all
select
    resolution.organisation_id,
    aliases.alias
from state.organisation_aliases as aliases
inner join base.resolution as resolution on aliases.alias = resolution.alias
where aliases.alias not in (select records.organisation_id from state.organisation_records as records);
