-- One row per answer from 1 to 5: how many guests of the event named by the variable event_id gave it.
select
    satisfaction as answer,
    count(*) as answers
from feedback
where event_id = getvariable('event_id')::varchar and satisfaction is not null
group by satisfaction
order by satisfaction
