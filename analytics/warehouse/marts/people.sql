-- One row per person: a random key, and where the person works as far as that organisation is known; nobody whose day
-- of deletion has passed.
create table base.people as
select people.* replace (organisations.organisation_id as organisation_id)
from state.people as people
left join base.organisations as organisations on people.organisation_id = organisations.organisation_id
where not coalesce(people.delete_after <= getvariable('deleted_until'), false);
