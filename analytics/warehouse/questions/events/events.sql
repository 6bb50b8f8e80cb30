-- One row per event that starts in the period, newest first. Registered counts the persons who were on the list
-- beforehand and did not cancel; attended counts persons, those without a list included; mix is undefined below five
-- organisations.
-- disclosure: cells attended, organisations, newcomers by event_id in quarters of starts_on; without registered, mix,
-- no_show_rate, satisfaction, would_recommend, answers, cooperations, cost_eur
with listed as (
    select
        event_id,
        sum(persons) filter (where status <> 'cancelled' and not walk_in) as registered,
        sum(persons) filter (where status = 'attended') as attended,
        coalesce(sum(persons) filter (where status = 'no_show' and not walk_in), 0) as no_shows,
        coalesce(sum(persons) filter (where status = 'attended' and not walk_in), 0) as kept
    from participations
    group by event_id
),

present as (
    select
        attendances.event_id,
        count(*) as organisations,
        count(*) filter (where first_contacts.first_contact_on = attendances.happened_on) as newcomers
    from attendances
    inner join first_contacts on attendances.organisation_id = first_contacts.organisation_id
    group by attendances.event_id
),

kinds as (
    select
        attendances.event_id,
        organisations.kind,
        count(*) as organisations
    from attendances
    inner join organisations on attendances.organisation_id = organisations.organisation_id
    group by attendances.event_id, organisations.kind
),

mixes as (
    select
        event_id,
        1 - sum(organisations * (organisations - 1)) / (sum(organisations) * (sum(organisations) - 1)) as mix
    from kinds
    group by event_id
    having sum(organisations) >= 5
),

answers as (
    select
        event_id,
        avg(satisfaction) as satisfaction,
        avg(would_recommend) as would_recommend,
        count(*) as answers
    from feedback
    group by event_id
),

begun as (
    select
        event_id,
        count(*) as cooperations
    from aftermaths
    group by event_id
)

select
    occasions.event_id,
    occasions.title,
    occasions.starts_on,
    occasions.format,
    occasions.status,
    occasions.venue,
    occasions.expected_attendance,
    coalesce(listed.registered, 0)::bigint as registered,
    case
        when occasions.status = 'held'
            then coalesce(listed.attended, 0)::bigint + coalesce(headcounts.persons, 0)
    end as attended,
    case when occasions.status = 'held' then coalesce(present.organisations, 0) end as organisations,
    case when occasions.status = 'held' then coalesce(present.newcomers, 0) end as newcomers,
    mixes.mix,
    case
        when occasions.status = 'held' and occasions.has_registrations and listed.kept + listed.no_shows > 0
            then listed.no_shows / (listed.kept + listed.no_shows)
    end as no_show_rate,
    answers.satisfaction,
    answers.would_recommend,
    coalesce(answers.answers, 0) as answers,
    case when occasions.status = 'held' then coalesce(begun.cooperations, 0) end as cooperations,
    occasions.cost_eur
from occasions
inner join periods on occasions.starts_on between periods.starts_on and periods.ends_on
left join listed on occasions.event_id = listed.event_id
left join headcounts on occasions.event_id = headcounts.event_id
left join present on occasions.event_id = present.event_id
left join mixes on occasions.event_id = mixes.event_id
left join answers on occasions.event_id = answers.event_id
left join begun on occasions.event_id = begun.event_id
order by occasions.starts_on desc, occasions.event_id asc
