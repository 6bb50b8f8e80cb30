-- One row per organisation that was ever reached: the day of its first contact, of its first event, and of the next
-- day on which it came to one. first_event_topics are those of the first day's events, "unknown" where one has none.
create table base.first_contacts as
with firsts as (
    select
        organisation_id,
        min(happened_on) as first_contact_on,
        min(happened_on) filter (where event_id is not null) as first_event_on
    from base.contacts
    group by organisation_id
),

first_events as (
    select
        firsts.organisation_id,
        min(attendances.happened_on) filter (where attendances.happened_on > firsts.first_event_on) as second_event_on,
        list_distinct(flatten(list(
            case when len(events.topics) > 0 then events.topics else ['unknown'] end
        ) filter (where attendances.happened_on = firsts.first_event_on))) as first_event_topics
    from firsts
    inner join base.attendances as attendances on firsts.organisation_id = attendances.organisation_id
    inner join base.events as events on attendances.event_id = events.event_id
    group by firsts.organisation_id
)

select
    firsts.*,
    first_events.second_event_on,
    first_events.first_event_topics
from firsts
left join first_events on firsts.organisation_id = first_events.organisation_id;
