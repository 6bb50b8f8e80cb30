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
    min(strands.since) as since
from strands
inner join places as one on strands.organisation_id = one.organisation_id
inner join places as other on strands.partner_id = other.organisation_id
group by one.organisation, other.organisation
order by one.organisation, other.organisation
