-- The days between which the data says what happened or began, and the last day on which a cooperation ends;
-- null where nothing is dated.
create table base.horizon as
select
    min(happened_on) as first_day,
    max(happened_on) as last_day,
    (select max(ended_on) from base.cooperations) as last_end
from (
    select starts_on as happened_on from base.events where status = 'held'
    union all
    select held_on from base.consultations
    union all
    select since from base.cooperation_stages
    union all
    select decided_on from base.funding
) as happened;
