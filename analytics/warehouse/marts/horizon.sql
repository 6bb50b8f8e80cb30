-- One row per day on which something happened or began, and one per day on which a cooperation ended (is_end).
create table base.horizon as
select distinct
    happened_on as day,
    false as is_end
from (
    select starts_on as happened_on from base.events where status = 'held'
    union all
    select held_on from base.consultations
    union all
    select since from base.cooperation_stages
    union all
    select decided_on from base.funding
) as happened
where happened_on is not null
union all
select distinct
    ended_on,
    true
from base.cooperations
where ended_on is not null;
