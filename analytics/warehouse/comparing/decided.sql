-- One row per pair of records on which something was decided: what, and what the two count as today.
select
    coalesce(one.organisation_id, comparisons.organisation_id) as organisation_id,
    coalesce(other.organisation_id, comparisons.other_id) as other_id,
    comparisons.organisation_id as record_id,
    comparisons.other_id as other_record_id,
    comparisons.verdict
from organisation_comparisons as comparisons
left join resolution as one on comparisons.organisation_id = one.alias
left join resolution as other on comparisons.other_id = other.alias
order by comparisons.organisation_id, comparisons.other_id
