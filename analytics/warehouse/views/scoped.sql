-- What a connection of one audience sees, within the scope set on it. Each view keeps its table's grain.
-- A scope is set by variables: periods, kinds, districts, topics (lists, null for all), with_coordinator, as_of.

-- One row per period asked for; cutoff is its last day, or the last day that the data speaks of.
create view audience.periods as
select
    period,
    starts_on,
    ends_on,
    least(ends_on, getvariable('as_of')::date) as cutoff,
    getvariable('as_of')::date as as_of
from (select unnest(
    getvariable('periods')::struct(period varchar, starts_on date, ends_on date)[], recursive := true
));

-- One row per organisation in scope.
create view audience.organisations as
select *
from base.organisations
where
    (getvariable('kinds') is null or list_contains(getvariable('kinds')::varchar[], kind))
    and (
        getvariable('districts') is null or list_contains(getvariable('districts')::varchar[], coalesce(district, 'unknown'))
    );

-- One row per event in scope.
create view audience.events as
select *
from base.events
where
    (
        getvariable('topics') is null
        or list_has_any(getvariable('topics')::varchar[], case when len(topics) > 0 then topics else ['unknown'] end)
    )
    and (
        getvariable('districts') is null or list_contains(getvariable('districts')::varchar[], coalesce(district, 'unknown'))
    );

-- One row per event whose guests are in scope: districts are then those of the guests.
create view audience.occasions as
select *
from base.events
where
    getvariable('topics') is null
    or list_has_any(getvariable('topics')::varchar[], case when len(topics) > 0 then topics else ['unknown'] end);

-- One row per event and guest in scope; a guest without an organisation counts as unknown.
create view audience.participations as
select participations.*
from base.participations as participations
left join base.organisations as organisations on participations.organisation_id = organisations.organisation_id
where
    (getvariable('kinds') is null or list_contains(getvariable('kinds')::varchar[], coalesce(organisations.kind, 'unknown')))
    and (
        getvariable('districts') is null
        or list_contains(getvariable('districts')::varchar[], coalesce(organisations.district, 'unknown'))
    )
    and (
        getvariable('topics') is null
        or participations.event_id in (select occasions.event_id from audience.occasions as occasions)
    );

-- One row per held event and organisation that attended it, both in scope.
create view audience.attendances as
select attendances.*
from base.attendances as attendances
left join base.organisations as organisations on attendances.organisation_id = organisations.organisation_id
where
    (getvariable('kinds') is null or list_contains(getvariable('kinds')::varchar[], coalesce(organisations.kind, 'unknown')))
    and (
        getvariable('districts') is null
        or list_contains(getvariable('districts')::varchar[], coalesce(organisations.district, 'unknown'))
    )
    and (
        getvariable('topics') is null
        or attendances.event_id in (select occasions.event_id from audience.occasions as occasions)
    );

-- One row per organisation and occasion on which it was reached; consultations have no topic.
create view audience.contacts as
select contacts.*
from base.contacts as contacts
where
    (
        (getvariable('kinds') is null and getvariable('districts') is null)
        or contacts.organisation_id in (select organisations.organisation_id from audience.organisations as organisations)
    )
    and (
        getvariable('topics') is null
        or contacts.event_id in (select occasions.event_id from audience.occasions as occasions)
    );

-- One row per organisation in scope that was ever reached.
create view audience.first_contacts as
select first_contacts.*
from base.first_contacts as first_contacts
inner join audience.organisations as organisations
    on first_contacts.organisation_id = organisations.organisation_id;

-- One row per consultation of an organisation in scope; consultations have no topic.
create view audience.consultations as
select consultations.*
from base.consultations as consultations
inner join audience.organisations as organisations on consultations.organisation_id = organisations.organisation_id
where getvariable('topics') is null;

-- One row per cooperation and member; the coordinator only where the scope asks for it.
create view audience.cooperation_members as
select members.*
from base.cooperation_members as members
inner join base.organisations as organisations on members.organisation_id = organisations.organisation_id
where
    getvariable('with_coordinator')::boolean
    or not organisations.is_coordinator;

-- One row per cooperation in scope: one of its members is, and so is its topic. What exists only with the
-- coordinator as one of two members is left out together with the coordinator.
create view audience.cooperations as
select cooperations.*
from base.cooperations as cooperations
where
    (
        getvariable('topics') is null
        or list_has_any(
            getvariable('topics')::varchar[], case when len(cooperations.topics) > 0 then cooperations.topics else ['unknown'] end
        )
    )
    and (
        (getvariable('kinds') is null and getvariable('districts') is null)
        or cooperations.cooperation_id in (
            select members.cooperation_id
            from audience.cooperation_members as members
            inner join audience.organisations as organisations
                on members.organisation_id = organisations.organisation_id
        )
    )
    and (
        getvariable('with_coordinator')::boolean
        or cooperations.cooperation_id not in (
            select members.cooperation_id
            from base.cooperation_members as members
            inner join base.organisations as organisations
                on members.organisation_id = organisations.organisation_id
            group by members.cooperation_id
            having bool_or(organisations.is_coordinator) and count(*) <= 2
        )
    );

-- One row per application for funding of an organisation or a cooperation in scope.
create view audience.funding as
select funding.*
from base.funding as funding
where
    (getvariable('kinds') is null and getvariable('districts') is null and getvariable('topics') is null)
    or funding.cooperation_id in (select cooperations.cooperation_id from audience.cooperations as cooperations)
    or (
        getvariable('topics') is null
        and funding.organisation_id in (
            select organisations.organisation_id from audience.organisations as organisations
        )
    );

-- One row per answer about an event in scope.
create view audience.feedback as
select feedback.*
from base.feedback as feedback
where feedback.event_id in (select events.event_id from audience.events as events);

create view audience.targets as from base.targets;
create view audience.districts as from base.districts;
create view audience.horizon as from base.horizon;
create view audience.held_back as from base.held_back;
