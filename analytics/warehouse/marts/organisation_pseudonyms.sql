-- One row per organisation: what masked audiences know it by. Whoever agreed to be named keeps id and name; the others
-- are numbered in an order that nobody can guess (the variable salt is a digest of all batches), so that neither a
-- source's id nor its order gives a name away. From one snapshot to the next the numbers change. Twelve digits of each
-- digest are enough for an order.
create table base.organisation_numbers as
select
    organisation_id,
    true as is_named,
    null::bigint as place
from base.organisations
where consents_to_name is true
union all
select
    organisation_id,
    false,
    row_number() over ()
from (
    select organisation_id
    from base.organisations
    where consents_to_name is not true
    order by left(sha256(getvariable('salt') || organisation_id), 12), organisation_id
) as unnamed;

create view base.organisation_pseudonyms as
select
    *,
    case when is_named then organisation_id else 'unnamed-' || place end as shown_id
from base.organisation_numbers;
