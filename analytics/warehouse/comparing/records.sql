-- One row per organisation as one source has it: what it counts as, what is known of it, where it took part under that
-- id, and the batch in which it came. Counts and lists are of the store as it is, planned and cancelled events apart.
with came as (
    select
        organisation_id,
        min(batch) as batch
    from organisation_batches
    group by organisation_id
),

attended as (
    select
        participations.organisation_id,
        list_sort(list(distinct participations.event_id)) as events,
        min(events.starts_on) as first_on,
        max(events.starts_on) as last_on
    from participations
    inner join events on participations.event_id = events.event_id
    where participations.status = 'attended' and events.status = 'held'
    group by participations.organisation_id
),

member as (
    select
        organisation_id,
        list_sort(list(distinct cooperation_id)) as cooperations
    from cooperation_members
    group by organisation_id
),

advised as (
    select
        organisation_id,
        count(*) as consultations
    from consultations
    group by organisation_id
),

funded as (
    select
        organisation_id,
        count(*) as funding
    from funding
    group by organisation_id
)

select
    organisations.organisation_id as record_id,
    coalesce(resolution.organisation_id, organisations.organisation_id) as organisation_id,
    organisations.name,
    organisations.kind,
    organisations.size,
    organisations.postcode,
    organisations.place,
    organisations.district,
    coalesce(parent.organisation_id, organisations.parent_id) as parent_id,
    organisations.is_coordinator,
    came.batch,
    coalesce(attended.events, []) as events,
    coalesce(member.cooperations, []) as cooperations,
    coalesce(advised.consultations, 0) as consultations,
    coalesce(funded.funding, 0) as funding,
    attended.first_on,
    attended.last_on
from organisations
left join resolution on organisations.organisation_id = resolution.alias
left join resolution as parent on organisations.parent_id = parent.alias
left join came on organisations.organisation_id = came.organisation_id
left join attended on organisations.organisation_id = attended.organisation_id
left join member on organisations.organisation_id = member.organisation_id
left join advised on organisations.organisation_id = advised.organisation_id
left join funded on organisations.organisation_id = funded.organisation_id
order by organisations.organisation_id
