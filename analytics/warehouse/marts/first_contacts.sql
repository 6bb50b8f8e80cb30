-- One row per organisation that was ever reached: the day of its first contact, of its first event, and of the next
-- day on which it came to one. first_event_topics are those of the first day's events, "unknown" where one has none.
-- Of whoever came to one event only that is known at once; the others are looked up again.
create table base.first_contacts as
with firsts as (
    select
        organisation_id,
        min(happened_on) as first_contact_on,
        min(happened_on) filter (where event_id is not null) as first_event_on,
        count(event_id) as events,
        case when count(event_id) = 1 then min(event_id) end as only_event_id
    from base.contacts
    group by organisation_id
),

topics as (
    select
        event_id,
        case when len(topics) > 0 then list_distinct(topics) else ['unknown'] end as topics
    from base.events
),

several as (
    select
        firsts.organisation_id,
        min(attendances.happened_on) filter (where attendances.happened_on > firsts.first_event_on) as second_event_on,
        list_distinct(flatten(list(
            topics.topics
        ) filter (where attendances.happened_on = firsts.first_event_on))) as first_event_topics
    from firsts
    inner join base.attendances as attendances on firsts.organisation_id = attendances.organisation_id
    inner join topics on attendances.event_id = topics.event_id
    where firsts.events > 1
    group by firsts.organisation_id
)

select
    firsts.organisation_id,
    firsts.first_contact_on,
    firsts.first_event_on,
    several.second_event_on,
    coalesce(several.first_event_topics, topics.topics) as first_event_topics
from firsts
left join several on firsts.organisation_id = several.organisation_id
left join topics on firsts.only_event_id = topics.event_id;
