-- One row per event and guest, with the event's day; a guest whose organisation is not known (yet) stands without one.
create table base.participations as
select
    participations.* replace (organisations.organisation_id as organisation_id),
    events.starts_on as happened_on,
    events.status = 'held' as is_held
from state.participations as participations
inner join base.events as events on participations.event_id = events.event_id
left join base.organisations as organisations on participations.organisation_id = organisations.organisation_id;
