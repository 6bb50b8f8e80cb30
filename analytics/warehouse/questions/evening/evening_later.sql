-- One row per span of days after the held event (the variable event_id) that has passed by the data's last day: up to
-- 30, 90, 180 and 365 days. How many cooperations began among its guests within that span and not in an earlier one
-- (see aftermaths): by their first contact. Those that only name the event as their origin are not among them.
with spans as (
    select
        unnest([0, 31, 91, 181]) as first_day,
        unnest([30, 90, 180, 365]) as days
),

begun as (
    select cooperations.contact_on
    from aftermaths
    inner join cooperations on aftermaths.cooperation_id = cooperations.cooperation_id
    where
        aftermaths.event_id = getvariable('event_id')::varchar
        and aftermaths.guests >= 2
)

select
    spans.days,
    count(begun.contact_on) as cooperations
from occasions as events
inner join spans on getvariable('as_of')::date - events.starts_on >= spans.days
left join begun
    on begun.contact_on - events.starts_on between spans.first_day and spans.days
where events.event_id = getvariable('event_id')::varchar and events.status = 'held'
group by spans.days
order by spans.days
