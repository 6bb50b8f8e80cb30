-- One row per period: its held events, and for those whose cost is known, whom they reached and what they cost.
-- Organisations and enterprises count once a period, however many of its events they attended.
-- disclosure: totals
with held as (
    select
        periods.period,
        events.event_id,
        events.cost_eur
    from periods
    inner join events on events.starts_on between periods.starts_on and periods.counted_until
    where events.status = 'held'
),

events_of as (
    select
        period,
        count(*) as events,
        count(cost_eur) as priced_events,
        sum(cost_eur) as cost_eur
    from held
    group by period
),

guests_of as (
    select
        held.period,
        sum(attendances.persons) as persons,
        count(distinct attendances.organisation_id) as organisations,
        count(distinct case when organisations.kind in ('company', 'startup') then attendances.organisation_id end)
            as enterprises
    from held
    inner join attendances on held.event_id = attendances.event_id
    left join organisations on attendances.organisation_id = organisations.organisation_id
    where held.cost_eur is not null
    group by held.period
),

unlisted_of as (
    select
        held.period,
        sum(headcounts.persons) as persons
    from held
    inner join headcounts on held.event_id = headcounts.event_id
    where held.cost_eur is not null
    group by held.period
)

select
    periods.period,
    coalesce(events_of.events, 0) as events,
    coalesce(events_of.priced_events, 0) as priced_events,
    events_of.cost_eur,
    coalesce(guests_of.organisations, 0) as organisations,
    coalesce(guests_of.enterprises, 0) as enterprises,
    coalesce(guests_of.persons, 0) + coalesce(unlisted_of.persons, 0) as participations
from periods
left join events_of on periods.period = events_of.period
left join guests_of on periods.period = guests_of.period
left join unlisted_of on periods.period = unlisted_of.period
order by periods.starts_on, periods.ends_on
