-- One row per topic of events or cooperations, the most frequent first.
-- disclosure: totals
select topic
from (
    select unnest(topics) as topic from events
    union all
    select unnest(topics) as topic from cooperations
) as named
group by topic
order by count(*) desc, topic
limit 200
