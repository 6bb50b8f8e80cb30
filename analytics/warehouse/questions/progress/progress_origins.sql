-- One row per period: the cooperations agreed in it, by whether they arose from an event.
-- disclosure: totals
with agreed as (
    select
        agreed_on,
        case
            when origin_event_id is not null then 'event'
            else coalesce(origin, 'unknown')
        end as origin
    from cooperations
)

select
    periods.period,
    count(agreed.origin) as cooperations,
    count(agreed.origin) filter (where agreed.origin = 'event') as from_events,
    count(agreed.origin) filter (where agreed.origin not in ('event', 'unknown')) as from_others,
    count(agreed.origin) filter (where agreed.origin = 'unknown') as from_unknown
from periods
left join agreed on agreed.agreed_on between periods.starts_on and periods.counted_until
group by periods.period, periods.starts_on, periods.ends_on
order by periods.starts_on, periods.ends_on
