-- One row per period and pair of districts: ties between their organisations on the day on which it is measured.
-- A tie joins two organisations that work together in one active cooperation or in several; both may be in the same
-- district. elsewhere, abroad and unknown count as districts; a pair's two stand in the order of their keys.
-- disclosure: cells ties by counted pair
with placed as (
    select
        partnerships.period,
        least(coalesce(one.district, 'unknown'), coalesce(other.district, 'unknown')) as district,
        greatest(coalesce(one.district, 'unknown'), coalesce(other.district, 'unknown')) as partner_district
    from partnerships
    inner join organisations as one on partnerships.organisation_id = one.organisation_id
    inner join organisations as other on partnerships.partner_id = other.organisation_id
    where partnerships.is_current and partnerships.organisation_id < partnerships.partner_id
)

select
    period,
    district || '+' || partner_district as pair,
    district,
    partner_district,
    count(*) as ties
from placed
group by period, district, partner_district
order by period, pair
