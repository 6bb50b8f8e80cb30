-- One row per event. shown_title and shown_venue are what masked audiences read: without the name of an organisation
-- that did not agree to be named; public_title and public_venue what everybody reads: nothing of events that are not
-- public either. has_registrations: not only who came is on record for it, but who was expected, too.
-- A name is looked for by its first 4, 8 or 16 signs among all pieces of a text that are as long: only what is longer
-- than titles are is compared with every name.
create table base.events as
with unnamed as (
    select lower(name) as name
    from base.organisations
    where consents_to_name is not true and length(name) > 3
),

texts as (
    select lower(title) as text from state.events
    union
    select lower(venue) as text from state.events
),

beginnings as (
    select
        name,
        case when length(name) >= 16 then 16 when length(name) >= 8 then 8 else 4 end as signs
    from unnamed
),

pieces as (
    select
        texts.text,
        lengths.signs,
        unnest(
            list_transform(
                range(1, length(texts.text) - lengths.signs + 2),
                lambda position: substring(texts.text, position, lengths.signs)
            )
        ) as piece
    from texts
    cross join (select unnest([4, 8, 16]) as signs) as lengths
    where length(texts.text) <= 400
),

naming as (
    select pieces.text
    from pieces
    inner join beginnings
        on
            pieces.signs = beginnings.signs
            and pieces.piece = left(beginnings.name, beginnings.signs)
            and contains(pieces.text, beginnings.name)
    union
    select texts.text
    from texts
    inner join unnamed on contains(texts.text, unnamed.name)
    where length(texts.text) > 400
),

told as (
    select
        events.* replace (
            case
                when events.district in ('elsewhere', 'abroad') then events.district
                when known.ags5 is not null then events.district
                when events.district is not null then 'elsewhere'
            end as district
        ),
        '#' || row_number() over (order by events.starts_on, events.event_id) as number,
        case when title_names.text is null then events.title else number end as shown_title,
        case when venue_names.text is null then events.venue end as shown_venue,
        registrations.event_id is not null as has_registrations
    from state.events as events
    left join base.districts as known on events.district = known.ags5
    left join naming as title_names on lower(events.title) = title_names.text
    left join naming as venue_names on lower(events.venue) = venue_names.text
    left join base.registrations as registrations on events.event_id = registrations.event_id
)

select
    *,
    case when is_public is false then number else shown_title end as public_title,
    case when is_public is not false then shown_venue end as public_venue
from told;
