-- One row per organisation in scope: what the network's graph and directory need to know of it.
select
    organisation_id,
    name,
    kind,
    district,
    is_coordinator,
    member_since,
    left_on
from organisations
order by organisation_id
