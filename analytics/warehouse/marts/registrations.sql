-- One row per event for which not only who came is on record, but who was expected, too.
create table base.registrations as
select distinct event_id
from state.participations
where status <> 'attended' or registered_on is not null;
