-- One row per KPI and due date, in the order in which they fall due.
select
    kpi,
    due_on,
    baseline,
    target,
    source
from targets
order by kpi, due_on
