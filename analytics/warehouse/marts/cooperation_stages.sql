-- One row per cooperation and stage it reached.
create table base.cooperation_stages as
select stages.*
from state.cooperation_stages as stages
where stages.cooperation_id in (select cooperations.cooperation_id from base.cooperations as cooperations);
