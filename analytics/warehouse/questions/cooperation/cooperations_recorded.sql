-- One row: how many cooperations are recorded, how many of them without a dated stage.
-- disclosure: totals
select
    count(*) as recorded,
    count(*) filter (where contact_on is null) as undated
from cooperations
