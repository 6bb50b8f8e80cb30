-- One row per consultation of an organisation.
create table base.consultations as
select consultations.*
from state.consultations as consultations
where
    consultations.organisation_id in (
        select organisations.organisation_id from base.organisations as organisations
    );
