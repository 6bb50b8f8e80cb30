-- One row per organisation that attended the event (the variable event_id); guests not yet assigned stand in a row
-- without one.
select
    attendances.organisation_id,
    organisations.name,
    organisations.kind,
    attendances.persons,
    first_contacts.first_contact_on = attendances.happened_on as is_newcomer
from attendances
left join organisations on attendances.organisation_id = organisations.organisation_id
left join first_contacts on attendances.organisation_id = first_contacts.organisation_id
where attendances.event_id = getvariable('event_id')::varchar
order by organisations.name nulls last
