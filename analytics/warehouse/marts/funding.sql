-- One row per application for funding.
create table base.funding as
select funding.*
from state.funding as funding
where
    (
        funding.organisation_id is null
        or funding.organisation_id in (select organisations.organisation_id from base.organisations as organisations)
    )
    and (
        funding.cooperation_id is null
        or funding.cooperation_id in (select cooperations.cooperation_id from base.cooperations as cooperations)
    );
