-- One row per id or name that stands for another organisation, and which one that is in the end. An alias that is a
-- name also stands for the id that imports form from it. An alias for what is not there says nothing; of a circle, the
-- smallest id stands for all.
create table base.resolution as
with recursive said as (
    select
        alias,
        organisation_id,
        1 as rank
    from state.organisation_aliases
    union all
    select
        'org-' || left(md5(regexp_replace(lower(nfc_normalize(alias)), '\s', '', 'g')), 12),
        organisation_id,
        2
    from state.organisation_aliases
    where alias not in (select records.organisation_id from state.organisation_records as records)
),

steps as (
    select
        alias,
        arg_min(organisation_id, rank) as organisation_id
    from said
    where
        alias <> organisation_id
        and organisation_id in (select records.organisation_id from state.organisation_records as records)
    group by alias
),

reached as (
    select
        alias,
        organisation_id
    from steps
    union
    select
        reached.alias,
        steps.organisation_id
    from reached
    inner join steps on reached.organisation_id = steps.alias
)

select
    alias,
    coalesce(
        min(organisation_id) filter (where organisation_id not in (select steps.alias from steps)),
        min(organisation_id)
    ) as organisation_id
from reached
group by alias;
