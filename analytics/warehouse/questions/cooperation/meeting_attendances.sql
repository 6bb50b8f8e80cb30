-- One row per held event and organisation that was there, both in scope, as numbers in the order of days: for counting
-- pairs without listing them. The coordinator is among them only where the scope asks for it.
with places as (
    select
        organisation_id,
        kind,
        row_number() over (order by organisation_id) - 1 as organisation
    from organisations
    where is_partner(is_coordinator)
),

meetings as (
    select
        event_id,
        row_number() over (order by starts_on, event_id) - 1 as event
    from occasions
    where status = 'held'
)

select
    meetings.event,
    places.organisation,
    places.kind,
    attendances.happened_on
from attendances
inner join places on attendances.organisation_id = places.organisation_id
inner join meetings on attendances.event_id = meetings.event_id
order by meetings.event, places.organisation
