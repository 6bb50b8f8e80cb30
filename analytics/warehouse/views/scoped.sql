-- What a connection of one audience sees, within the scope set on it. Each view keeps its table's grain.
-- A scope is set by variables: periods, kinds, districts, topics (lists, null for all), with_coordinator, as_of.
-- most_members bounds the size of cooperations that tie, see analytics/model/limits.py.
-- For masked audiences: hides_names (in the titles of events), hides_closed (title and venue of events that are not
-- public), only_named (organisations that agreed to be named).

-- Whether the scope leaves anything out. Where it does not, the large tables are read without a join.
create macro audience.is_narrowed() as
getvariable('kinds') is not null or getvariable('districts') is not null or getvariable('topics') is not null;

-- Whether the scope takes in what is of this kind and district; what is not known counts as unknown.
create macro audience.is_chosen(kind, district) as
(
    getvariable('kinds') is null
    or list_contains(getvariable('kinds')::varchar[], coalesce(kind, 'unknown'))
)
and (
    getvariable('districts') is null
    or list_contains(getvariable('districts')::varchar[], coalesce(district, 'unknown'))
);

-- Whether the scope takes in one of these topics; what has none counts as unknown.
create macro audience.is_on_topic(topics) as
getvariable('topics') is null
or list_has_any(getvariable('topics')::varchar[], case when len(topics) > 0 then topics else ['unknown'] end);

-- Whether the scope takes in this organisation as a partner: the coordinator only where it is asked for.
create macro audience.is_partner(is_coordinator) as
getvariable('with_coordinator')::boolean or not is_coordinator;

-- One row per period asked for. as_of is the day until which data counts for it, else the last on which something
-- happened; counted_until is the last of its days on which what happens in it counts. measured_on is the day of all
-- that is measured at a date: the period's last, or the last that the data speaks of, whichever is earlier.
-- block and bit: each period's place among the periods, as one bit of a number for every sixty of them. With them a
-- day or an organisation says in one number in which periods it lies, see period_days and reached.
create view audience.periods as
select
    period,
    starts_on,
    ends_on,
    least(ends_on, as_of) as counted_until,
    measured_on,
    as_of,
    place // 60 as block,
    1::bigint << (place % 60)::integer as bit
from (
    select
        *,
        row_number() over () - 1 as place
    from (
        select distinct unnest(
            getvariable('periods')::struct(
                period varchar, starts_on date, ends_on date, measured_on date, as_of date
            )[],
            recursive := true
        )
    ) as asked
) as numbered;

-- One row per day of the periods and block: the bits of the periods in which it lies.
create view audience.period_days as
select
    day,
    block,
    bit_or(bit) as bits
from (
    select
        unnest(generate_series(starts_on, counted_until, interval 1 day))::date as day,
        block,
        bit
    from audience.periods
) as days
group by day, block;

-- One row per organisation in scope.
create view audience.organisations as
select *
from base.organisations
where
    audience.is_chosen(kind, district)
    and (getvariable('only_named') is null or consents_to_name);

-- One row per event in scope.
create view audience.events as
select
    * replace (
        case
            when getvariable('hides_closed') then public_title
            when getvariable('hides_names') then shown_title
            else title
        end as title,
        case
            when getvariable('hides_closed') then public_venue
            when getvariable('hides_names') then shown_venue
            else venue
        end as venue
    )
from base.events
where
    audience.is_on_topic(topics)
    and (
        getvariable('districts') is null
        or list_contains(getvariable('districts')::varchar[], coalesce(district, 'unknown'))
    );

-- One row per event whose guests are in scope: districts are then those of the guests.
create view audience.occasions as
select
    * replace (
        case
            when getvariable('hides_closed') then public_title
            when getvariable('hides_names') then shown_title
            else title
        end as title,
        case
            when getvariable('hides_closed') then public_venue
            when getvariable('hides_names') then shown_venue
            else venue
        end as venue
    )
from base.events
where
    audience.is_on_topic(topics);

-- One row per event and guest in scope; a guest without an organisation counts as unknown.
create view audience.participations as
select participations.*
from base.participations as participations
where not audience.is_narrowed()
union all
select participations.*
from base.participations as participations
left join base.organisations as organisations on participations.organisation_id = organisations.organisation_id
where
    audience.is_narrowed()
    and audience.is_chosen(organisations.kind, organisations.district)
    and (
        getvariable('topics') is null
        or participations.event_id in (select occasions.event_id from audience.occasions as occasions)
    );

-- One row per held event and organisation that attended it, both in scope.
create view audience.attendances as
select attendances.*
from base.attendances as attendances
where not audience.is_narrowed()
union all
select attendances.*
from base.attendances as attendances
left join base.organisations as organisations on attendances.organisation_id = organisations.organisation_id
where
    audience.is_narrowed()
    and audience.is_chosen(organisations.kind, organisations.district)
    and (
        getvariable('topics') is null
        or attendances.event_id in (select occasions.event_id from audience.occasions as occasions)
    );

-- One row per held event with guests who were counted without a list: their kind and district are unknown.
create view audience.headcounts as
select
    event_id,
    starts_on as happened_on,
    unlisted_headcount as persons
from audience.occasions
where
    status = 'held'
    and unlisted_headcount > 0
    and audience.is_chosen(null, null);

-- One row per organisation and occasion on which it was reached; consultations have no topic.
create view audience.contacts as
select contacts.*
from base.contacts as contacts
where not audience.is_narrowed()
union all
select contacts.*
from base.contacts as contacts
where
    audience.is_narrowed()
    and (
        (getvariable('kinds') is null and getvariable('districts') is null)
        or contacts.organisation_id in (
            select organisations.organisation_id from audience.organisations as organisations
        )
    )
    and (
        getvariable('topics') is null
        or contacts.event_id in (select occasions.event_id from audience.occasions as occasions)
    );

-- One row per organisation in scope and day on which it was reached, whatever the topic; is_chosen says whether one of
-- that day's occasions has a topic in scope.
create view audience.contact_days as
select
    contacts.organisation_id,
    contacts.happened_on,
    bool_or(
        getvariable('topics') is null
        or contacts.event_id in (select occasions.event_id from audience.occasions as occasions)
    ) as is_chosen
from base.contacts as contacts
inner join audience.organisations as organisations on contacts.organisation_id = organisations.organisation_id
group by contacts.organisation_id, contacts.happened_on;

-- One row per organisation in scope that was ever reached.
create view audience.first_contacts as
select first_contacts.*
from base.first_contacts as first_contacts
inner join audience.organisations as organisations
    on first_contacts.organisation_id = organisations.organisation_id;

-- One row per organisation in scope that was ever reached: how it came to the network, of all time. Where the scope
-- names topics, only those count that came to one of them: first_contact_on is null where a consultation came first,
-- second_event_on is the next day at any event.
create view audience.arrivals as
select
    first_contacts.organisation_id,
    first_contacts.first_event_on,
    first_contacts.second_event_on,
    case
        when getvariable('topics') is null or first_contacts.first_contact_on = first_contacts.first_event_on
            then first_contacts.first_contact_on
    end as first_contact_on
from audience.first_contacts as first_contacts
where
    getvariable('topics') is null
    or list_has_any(getvariable('topics')::varchar[], first_contacts.first_event_topics);

-- One row per organisation in scope and block of periods: in which of them the network reached it. An organisation
-- was reached in the periods for which: periods.block = reached.block and periods.bit & reached.bits <> 0.
create view audience.reached as
with reached as (
    select
        contacts.organisation_id,
        days.block,
        bit_or(days.bits) as bits
    from audience.contacts as contacts
    inner join audience.period_days as days on contacts.happened_on = days.day
    group by contacts.organisation_id, days.block
)

select
    organisations.*,
    reached.block,
    reached.bits
from reached
inner join audience.organisations as organisations on reached.organisation_id = organisations.organisation_id;

-- One row per consultation of an organisation in scope; consultations have no topic.
create view audience.consultations as
select consultations.*
from base.consultations as consultations
inner join audience.organisations as organisations on consultations.organisation_id = organisations.organisation_id
where getvariable('topics') is null;

-- One row per answer about an event in scope.
create view audience.feedback as
select feedback.*
from base.feedback as feedback
where feedback.event_id in (select events.event_id from audience.events as events);

create view audience.targets as from base.targets;
create view audience.target_notes as from base.target_notes;
create view audience.districts as from base.districts;

-- One row per district whose coverage is asked for: those of the scope, else the core districts.
create view audience.chosen_districts as
select ags5
from base.districts
where
    (getvariable('districts') is null and is_core)
    or list_contains(getvariable('districts')::varchar[], ags5);

create view audience.horizon as from base.horizon;
create view audience.pending as from base.pending;
create view audience.contradictions as from base.contradictions;
create view audience.deletions as from base.deletions;
