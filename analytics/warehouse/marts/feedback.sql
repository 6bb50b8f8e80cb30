-- One row per answer; about an event that was cancelled nobody can have said anything.
create table base.feedback as
select feedback.*
from state.feedback as feedback
where feedback.event_id in (select events.event_id from base.events as events where events.status <> 'cancelled');
