-- One row per organisation: what masked audiences know it by. Whoever agreed to be named keeps id and name; the others
-- are numbered in an order that nobody can guess (the variable salt is a digest of all batches), so that neither a
-- source's id nor its order gives a name away. From one snapshot to the next the numbers change.
create table base.organisation_pseudonyms as
with ordered as (
    select
        organisation_id,
        name,
        consents_to_name is true as is_named,
        row_number() over (order by consents_to_name is true, sha256(getvariable('salt') || organisation_id)) as place
    from base.organisations
)

select
    organisation_id,
    is_named,
    case when is_named then organisation_id else 'unnamed-' || place end as shown_id,
    case when is_named then name else 'Organisation ' || place end as shown_name
from ordered;
