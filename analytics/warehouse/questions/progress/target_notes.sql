-- One row per KPI and source: the newest reason and measure written down by the day "written_until".
-- disclosure: totals
select
    kpi,
    source,
    written_on,
    reason,
    measure
from target_notes
where written_on <= getvariable('written_until')::date
qualify row_number() over (partition by kpi, source order by written_on desc) = 1
order by kpi, source
