-- One row per pair of organisations in scope that was ever tied, as numbers (those of meeting_attendances), and the
-- first day of that.
with places as (
    select
        organisation_id,
        row_number() over (order by organisation_id) - 1 as organisation
    from organisations
    where is_partner(is_coordinator)
)

select
    one.organisation as first,
    other.organisation as second,
    min(cooperation_ties.since) as since
from cooperation_ties
inner join places as one on cooperation_ties.organisation_id = one.organisation_id
inner join places as other on cooperation_ties.partner_id = other.organisation_id
group by one.organisation, other.organisation
order by one.organisation, other.organisation
