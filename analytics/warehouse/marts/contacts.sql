-- One row per organisation and occasion on which the network reached it: a held event it attended, or a
-- consultation. A view: the rows stand in its two tables already.
create view base.contacts as
select
    organisation_id,
    happened_on,
    event_id,
    null::varchar as consultation_id
from base.attendances
where organisation_id is not null
union all
select
    organisation_id,
    held_on,
    null,
    consultation_id
from base.consultations;
