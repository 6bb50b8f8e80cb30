-- One row: how many agreed cooperations have more members than most_members, so that they tie nobody.
-- disclosure: totals
select count(*) as cooperations
from cooperations
where agreed_on is not null and members > getvariable('most_members')::bigint
