-- One row per period: its last day, or the last day that the data speaks of where that comes first.
-- disclosure: totals
select
    period,
    cutoff
from periods
