-- One row per free word of the event's feedback (the variable event_id) that was reviewed and released.
select comment
from feedback
where event_id = getvariable('event_id')::varchar and comment is not null
order by comment
