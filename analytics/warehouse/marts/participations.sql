-- One row per event and guest, with the event's day; a guest whose organisation is not known (yet) stands without one.
-- A guest who was listed by a name is of the organisation that has it since, if it is the only one of that name.
-- What the door saw wins over a list, whichever came later: who was ticked off there came, and whom the closing of the
-- evening found missing is not "registered" again because the list is brought in once more.
-- Whose day of deletion has passed has no key any more, neither as such nor within the row's own; that one stays while
-- the door may still ask for it, until the event is held.
create table base.participations as
with unknown as (
    select
        participations.organisation_id as listed_as,
        regexp_replace(lower(nfc_normalize(participations.organisation_id)), '\s', '', 'g') as name_key
    from state.participations as participations
    anti join base.organisations as organisations on participations.organisation_id = organisations.organisation_id
    where participations.organisation_id is not null
    group by participations.organisation_id
),

named as (
    select
        regexp_replace(lower(nfc_normalize(name)), '\s', '', 'g') as name_key,
        min(organisation_id) as organisation_id
    from state.organisation_names
    where exists (from unknown)
    group by name_key
    having min(organisation_id) = max(organisation_id)
),

-- Whom a guest is listed as who is of no organisation that is there, and of which one by its name, if of any.
listed as (
    select
        unknown.listed_as,
        named.organisation_id
    from unknown
    left join named on unknown.name_key = named.name_key
),

deleted as (
    select
        participations.participation_id,
        participations.person_id,
        row_number() over (partition by participations.event_id order by participations.participation_id) as position
    from state.participations as participations
    inner join state.people as people on participations.person_id = people.person_id
    where people.delete_after <= getvariable('deleted_until')
)

select
    participations.* replace (
        case when listed.listed_as is null then participations.organisation_id else listed.organisation_id end
            as organisation_id,
        case when deleted.person_id is null then participations.person_id end as person_id,
        case
            when
                contains(participations.participation_id, deleted.person_id)
                and events.status <> 'planned'
                then concat(participations.event_id, '/deleted-', deleted.position)
            else participations.participation_id
        end as participation_id,
        case
            when seen.status = 'attended' then 'attended'
            when seen.status = 'no_show' and participations.status = 'registered' then 'no_show'
            else participations.status
        end as status,
        case when seen.status = 'attended' then seen.persons else participations.persons end as persons
    ),
    events.starts_on as happened_on,
    events.status = 'held' as is_held
from state.participations as participations
inner join base.events as events on participations.event_id = events.event_id
left join listed on participations.organisation_id = listed.listed_as
left join deleted on participations.participation_id = deleted.participation_id
left join state.seen_at_the_door as seen on participations.participation_id = seen.participation_id;
