-- One row per agreed cooperation and member, both in scope, with the days of the membership.
-- disclosure: named
select
    cooperation_id,
    organisation_id,
    since,
    until
from memberships
order by cooperation_id, organisation_id
