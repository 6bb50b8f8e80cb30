-- One row per planned event: for which guests may be introduced to each other.
-- disclosure: named
select
    event_id,
    title,
    starts_on
from occasions
where status = 'planned'
order by starts_on, event_id
