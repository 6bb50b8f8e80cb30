-- One row per answer.
create table base.feedback as
select feedback.*
from state.feedback as feedback
where feedback.event_id in (select events.event_id from base.events as events);
