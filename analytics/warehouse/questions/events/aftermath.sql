-- One row per period: its held events, the cooperations that began after any of them (each once), and how many of the
-- events are less than 365 days old, so that more may begin.
-- disclosure: totals
select
    periods.period,
    count(distinct occasions.event_id) as events,
    count(distinct aftermaths.cooperation_id) as cooperations,
    count(distinct occasions.event_id) filter (where occasions.starts_on + 365 > periods.as_of) as recent_events
from periods
left join occasions
    on
        occasions.status = 'held'
        and occasions.starts_on between periods.starts_on and periods.counted_until
left join aftermaths on occasions.event_id = aftermaths.event_id
group by periods.period
