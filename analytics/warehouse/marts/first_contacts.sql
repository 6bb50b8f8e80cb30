-- One row per organisation that was ever reached: the day of its first contact, and of its first event.
create table base.first_contacts as
select
    organisation_id,
    min(happened_on) as first_contact_on,
    min(happened_on) filter (where event_id is not null) as first_event_on
from base.contacts
group by organisation_id;
