-- One row per period and organisation in scope, as it stands when the period is measured: how it was reached since the
-- beginning, its partners and active cooperations on that day; partners must be in scope, too. is_dormant: it attended
-- two events or more, and nothing for nine months. is_new: first reached in the period. is_unpartnered: no partner up
-- to then. The coordinator has partners only where the scope counts it.
with occasions as (
    select
        periods.period,
        contacts.organisation_id,
        count(distinct contacts.event_id) as events_attended,
        count(distinct contacts.consultation_id) as consultations,
        min(contacts.happened_on) as first_contact_on,
        max(contacts.happened_on) as last_contact_on
    from periods
    inner join contacts on periods.counted_until >= contacts.happened_on
    where contacts.organisation_id is not null
    group by periods.period, contacts.organisation_id
),

tied as (
    select
        period,
        organisation_id,
        count(*) filter (where is_current) as partners
    from partnerships
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
    occasions.first_contact_on,
    coalesce(occasions.events_attended, 0) as events_attended,
    coalesce(occasions.consultations, 0) as consultations,
    case
        when is_partner(organisations.is_coordinator)
            then coalesce(tied.partners, 0)
    end as partners,
    case
        when is_partner(organisations.is_coordinator)
            then coalesce(joined.cooperations_now, 0)
    end as cooperations_now,
    occasions.last_contact_on,
    coalesce(
        occasions.events_attended >= 2 and occasions.last_contact_on + interval 9 month <= periods.measured_on, false
    ) as is_dormant,
    coalesce(occasions.first_contact_on >= periods.starts_on, false) as is_new,
    tied.organisation_id is null and not organisations.is_coordinator as is_unpartnered
from periods
cross join organisations
left join districts on organisations.district = districts.ags5
left join occasions
    on periods.period = occasions.period and organisations.organisation_id = occasions.organisation_id
left join tied on periods.period = tied.period and organisations.organisation_id = tied.organisation_id
left join joined on periods.period = joined.period and organisations.organisation_id = joined.organisation_id
order by organisations.name, organisations.organisation_id, periods.starts_on, periods.period
