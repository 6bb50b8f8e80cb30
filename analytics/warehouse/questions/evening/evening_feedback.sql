-- One row: the answers about the event named by the variable event_id. A masked audience is told of five or more only;
-- answers is null below that, and 0 where there is none.
-- disclosure: totals
with counted as (
    select
        count(*) as answers,
        avg(satisfaction) as satisfaction,
        avg(new_contacts) as new_contacts,
        count(satisfaction) as answers_on_satisfaction,
        count(new_contacts) as answers_on_contacts
    from feedback
    where event_id = getvariable('event_id')::varchar
),

shown as (
    select
        *,
        case when getvariable('hides_names') then 5 else 1 end as least
    from counted
)

select
    case when answers = 0 or answers >= least then answers end as answers,
    case when answers_on_satisfaction >= least then satisfaction end as satisfaction,
    case when answers_on_contacts >= least then new_contacts end as new_contacts
from shown
