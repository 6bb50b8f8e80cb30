-- One row per agreed cooperation and pair of its members in scope, with the days on which it ties them.
-- disclosure: named
select
    cooperation_id,
    organisation_id,
    partner_id,
    since,
    until
from cooperation_ties
order by cooperation_id, organisation_id, partner_id
