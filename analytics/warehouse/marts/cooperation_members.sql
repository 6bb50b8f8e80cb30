-- One row per cooperation and member organisation.
create table base.cooperation_members as
select members.*
from state.cooperation_members as members
where
    members.cooperation_id in (select cooperations.cooperation_id from base.cooperations as cooperations)
    and members.organisation_id in (select organisations.organisation_id from base.organisations as organisations);
