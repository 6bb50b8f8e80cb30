-- One row per period and organisation that agreed to be named, as it stands at the period's end: its partners and its
-- active cooperations on the last day.
-- disclosure: named
with ties as (
    select organisation_id, partner_id, since, until from cooperation_ties
    union all
    select partner_id, organisation_id, since, until from cooperation_ties
),

tied as (
    select
        periods.period,
        ties.organisation_id,
        count(distinct ties.partner_id) as partners
    from periods
    inner join ties on periods.measured_on >= ties.since and (ties.until is null or ties.until >= periods.measured_on)
    group by periods.period, ties.organisation_id
),

joined as (
    select
        periods.period,
        memberships.organisation_id,
        count(*) as cooperations_now
    from periods
    inner join memberships
        on
            periods.measured_on >= memberships.since
            and (memberships.until is null or memberships.until >= periods.measured_on)
    group by periods.period, memberships.organisation_id
)

select
    periods.period,
    organisations.organisation_id,
    organisations.name,
    organisations.kind,
    coalesce(districts.name, organisations.district) as district,
    case when is_partner(organisations.is_coordinator) then coalesce(tied.partners, 0) end as partners,
    case when is_partner(organisations.is_coordinator) then coalesce(joined.cooperations_now, 0) end as cooperations_now
from periods
cross join organisations
left join districts on organisations.district = districts.ags5
left join tied on periods.period = tied.period and organisations.organisation_id = tied.organisation_id
left join joined on periods.period = joined.period and organisations.organisation_id = joined.organisation_id
where organisations.consents_to_name
order by organisations.name, organisations.organisation_id, periods.starts_on, periods.period
