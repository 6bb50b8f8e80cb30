-- One row per organisation and name by which it is known: its own, those of records that were joined with it, and
-- aliases; name_key is what two spellings of a name share.
create table base.organisation_names as
with called as (
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
    where aliases.alias not in (select records.organisation_id from state.organisation_records as records)
)

select
    organisation_id,
    regexp_replace(lower(nfc_normalize(name)), '\s', '', 'g') as name_key,
    min(name) as name
from called
group by all;
