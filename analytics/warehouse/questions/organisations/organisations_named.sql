-- One row per period and organisation that agreed to be named, as it stands when the period is measured: its partners
-- and its active cooperations on that day.
-- disclosure: named
with tied as (
    select
        period,
        organisation_id,
        count(*) as partners
    from partnerships
    where is_current
    group by period, organisation_id
),

joined as (
    select
        period,
        organisation_id,
        count(distinct cooperation_id) as cooperations_now
    from active_members
    group by period, organisation_id
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
