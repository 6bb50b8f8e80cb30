-- One row per pair of organisations on which something was decided; both are there and not the same.
create table base.organisation_comparisons as
select distinct comparisons.*
from state.organisation_comparisons as comparisons
where
    comparisons.organisation_id <> comparisons.other_id
    and comparisons.organisation_id in (select organisations.organisation_id from base.organisations as organisations)
    and comparisons.other_id in (select organisations.organisation_id from base.organisations as organisations);
