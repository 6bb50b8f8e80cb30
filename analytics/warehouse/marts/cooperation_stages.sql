-- One row per cooperation and stage it reached, without what is to have been reached after its end: see the rule
-- stage_after_end. Where the whole history contradicts itself it stands as it is recorded.
create table base.cooperation_stages as
select stages.*
from state.cooperation_stages as stages
inner join base.cooperations as cooperations on stages.cooperation_id = cooperations.cooperation_id
where
    cooperations.ended_on is null
    or stages.since <= cooperations.ended_on
    or cooperations.contradiction is not null;
