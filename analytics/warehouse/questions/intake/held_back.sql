-- One row per table with rows that wait for what they refer to.
select
    table_name,
    rows_held_back
from held_back
order by table_name
