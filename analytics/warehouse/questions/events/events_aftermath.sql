-- One row per held event of the period, newest first: how many pairs of organisations in scope met there, and how many
-- cooperations began after it (see aftermaths): by their first contact within 90, 180 and 365 days, and, in otherwise,
-- those that name it as their origin without a first contact in these days. days_passed is how long ago it was.
with present as (
    select
        attendances.event_id,
        count(*) as organisations
    from attendances
    inner join organisations on attendances.organisation_id = organisations.organisation_id
    where is_partner(organisations.is_coordinator)
    group by attendances.event_id
),

begun as (
    select
        aftermaths.event_id,
        count(*) as cooperations,
        count(*) filter (where cooperations.contact_on - events.starts_on between 0 and 90) as within_90,
        count(*) filter (where cooperations.contact_on - events.starts_on between 0 and 180) as within_180,
        count(*) filter (where cooperations.contact_on - events.starts_on between 0 and 365) as within_365
    from aftermaths
    inner join cooperations on aftermaths.cooperation_id = cooperations.cooperation_id
    inner join occasions as events on aftermaths.event_id = events.event_id
    group by aftermaths.event_id
)

select
    occasions.event_id,
    occasions.starts_on,
    occasions.title,
    occasions.format,
    coalesce(present.organisations * (present.organisations - 1) // 2, 0)::bigint as pairs,
    coalesce(begun.within_90, 0) as within_90,
    coalesce(begun.within_180, 0) as within_180,
    coalesce(begun.within_365, 0) as within_365,
    coalesce(begun.cooperations - begun.within_365, 0) as otherwise,
    periods.as_of - occasions.starts_on as days_passed
from occasions
inner join periods on occasions.starts_on between periods.starts_on and periods.counted_until
left join present on occasions.event_id = present.event_id
left join begun on occasions.event_id = begun.event_id
where occasions.status = 'held'
order by occasions.starts_on desc, occasions.event_id asc
