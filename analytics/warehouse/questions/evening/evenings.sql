-- One row per event that was not cancelled, the latest first: whose guests are to come, are coming, or came.
-- disclosure: named
select
    event_id,
    title,
    starts_on,
    coalesce(ends_on, starts_on) as ends_on,
    status,
    venue,
    expected_attendance
from occasions
where status != 'cancelled'
order by starts_on desc, event_id asc
