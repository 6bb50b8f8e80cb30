-- One row per event and guest; a guest whose organisation is not known (yet) stands without one.
create table base.participations as
select participations.* exclude (participation_id) replace (organisations.organisation_id as organisation_id)
from state.participations as participations
left join base.organisations as organisations on participations.organisation_id = organisations.organisation_id
where participations.event_id in (select events.event_id from base.events as events);
