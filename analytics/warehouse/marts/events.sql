-- One row per event. shown_title and shown_venue are what masked audiences read: without the name of an organisation
-- that did not agree to be named; public_title and public_venue what everybody reads: nothing of events that are not
-- public either. has_registrations: not only who came is on record for it, but who was expected, too.
create table base.events as
with unnamed as (
    select lower(name) as name
    from base.organisations
    where consents_to_name is not true and length(name) > 3
),

registered as (
    select distinct event_id
    from state.participations
    where status <> 'attended' or registered_on is not null
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
        case
            when exists (select 1 from unnamed where contains(lower(events.title), unnamed.name)) then number
            else events.title
        end as shown_title,
        case
            when not exists (select 1 from unnamed where contains(lower(events.venue), unnamed.name)) then events.venue
        end as shown_venue,
        registered.event_id is not null as has_registrations
    from state.events as events
    left join base.districts as known on events.district = known.ags5
    left join registered on events.event_id = registered.event_id
)

select
    *,
    case when is_public is false then number else shown_title end as public_title,
    case when is_public is not false then shown_venue end as public_venue
from told;
