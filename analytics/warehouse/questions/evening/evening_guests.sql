-- One row per organisation on the guest list of the event (the variable event_id): registered, not called off; guests
-- not yet assigned stand in a row without one. is_first: it has not been at any event before.
with listed as (
    select
        organisation_id,
        any_value(happened_on) as happened_on,
        sum(persons)::bigint as persons
    from participations
    where
        event_id = getvariable('event_id')::varchar
        and status in ('registered', 'attended')
    group by organisation_id
)

select
    listed.organisation_id,
    organisations.name,
    organisations.kind,
    coalesce(organisations.is_coordinator, false) as is_coordinator,
    listed.persons,
    coalesce(first_contacts.first_event_on >= listed.happened_on, true) as is_first
from listed
left join organisations on listed.organisation_id = organisations.organisation_id
left join first_contacts on listed.organisation_id = first_contacts.organisation_id
order by organisations.name nulls last, listed.organisation_id
