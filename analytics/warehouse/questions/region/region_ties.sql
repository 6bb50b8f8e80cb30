-- One row per period and pair of districts: ties between their organisations on the period's last day.
-- A tie joins two organisations that work together in one active cooperation or in several; both may be in the same
-- district. elsewhere, abroad and unknown count as districts; a pair's two stand in the order of their keys.
-- disclosure: cells ties by counted pair
with tied as (
    select distinct
        periods.period,
        cooperation_ties.organisation_id,
        cooperation_ties.partner_id
    from periods
    inner join cooperation_ties
        on
            periods.measured_on >= cooperation_ties.since
            and (cooperation_ties.until is null or cooperation_ties.until >= periods.measured_on)
),

placed as (
    select
        tied.period,
        least(coalesce(one.district, 'unknown'), coalesce(other.district, 'unknown')) as district,
        greatest(coalesce(one.district, 'unknown'), coalesce(other.district, 'unknown')) as partner_district
    from tied
    inner join organisations as one on tied.organisation_id = one.organisation_id
    inner join organisations as other on tied.partner_id = other.organisation_id
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
