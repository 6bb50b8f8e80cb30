-- One row per table with rows that wait for what they refer to.
select
    table_name,
    rows_pending
from pending
order by table_name
