-- One row per milestone of a path, in the order in which they fall due; what is empty has its meaning filled in.
-- disclosure: totals
select
    kpi,
    source,
    coalesce(starts_on, date_trunc('year', due_on)::date) as begins_on,
    due_on,
    target,
    first_value(baseline ignore nulls) over milestones as baseline,
    coalesce(first_value(amber_below ignore nulls) over milestones, 0.9) as amber_below,
    coalesce(first_value(red_below ignore nulls) over milestones, 0.7) as red_below
from targets
window
    milestones as (
        partition by kpi, source, coalesce(starts_on, date_trunc('year', due_on)::date)
        order by due_on
        rows between unbounded preceding and unbounded following
    )
order by kpi, source, begins_on, due_on
