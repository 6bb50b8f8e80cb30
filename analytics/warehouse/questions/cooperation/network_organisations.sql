-- One row per organisation in scope, the coordinator only where the scope asks for it: what the network needs to know.
-- disclosure: named
select
    organisation_id,
    name,
    kind,
    district,
    is_coordinator,
    member_since,
    left_on
from organisations
where is_partner(is_coordinator)
order by organisation_id
