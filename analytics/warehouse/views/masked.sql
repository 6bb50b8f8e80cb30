-- What the schemas of masked audiences are made from, in the place of base: of organisations that did not agree to be
-- named nothing is known but what they take part in; persons are absent; confidential cooperations are left out. Ids
-- are the shown ones throughout. Figures of the whole network are counted from base instead, see disclosure.py.
create schema masked;

-- One row per organisation; the coordinating office is known as such.
create view masked.organisations as
select
    named.* replace (
        pseudonyms.shown_id as organisation_id,
        case when pseudonyms.is_named then named.name else 'Organisation ' || pseudonyms.place end as name,
        coalesce(named.kind, 'unknown') as kind,
        organisations.is_coordinator as is_coordinator,
        pseudonyms.is_named as consents_to_name,
        parents.shown_id as parent_id
    )
from base.organisations as organisations
inner join base.organisation_pseudonyms as pseudonyms on organisations.organisation_id = pseudonyms.organisation_id
left join base.organisations as named on organisations.organisation_id = named.organisation_id and pseudonyms.is_named
left join base.organisation_pseudonyms as parents on named.parent_id = parents.organisation_id;

-- One row per cooperation that is not confidential; those with a member who is not named have no title.
create view masked.cooperations as
select
    cooperations.* replace (pseudonyms.shown_id as cooperation_id, pseudonyms.shown_title as title)
from base.cooperations as cooperations
inner join base.cooperation_pseudonyms as pseudonyms on cooperations.cooperation_id = pseudonyms.cooperation_id
where not pseudonyms.is_confidential;

create view masked.cooperation_members as
select
    members.* replace (
        cooperations.shown_id as cooperation_id,
        organisations.shown_id as organisation_id
    )
from base.cooperation_members as members
inner join base.cooperation_pseudonyms as cooperations on members.cooperation_id = cooperations.cooperation_id
inner join base.organisation_pseudonyms as organisations on members.organisation_id = organisations.organisation_id
where not cooperations.is_confidential;

create view masked.participations as
select
    participations.* replace (
        null::varchar as participation_id,
        pseudonyms.shown_id as organisation_id,
        null::varchar as person_id
    )
from base.participations as participations
left join base.organisation_pseudonyms as pseudonyms on participations.organisation_id = pseudonyms.organisation_id;

create view masked.attendances as
select
    attendances.* replace (pseudonyms.shown_id as organisation_id)
from base.attendances as attendances
left join base.organisation_pseudonyms as pseudonyms on attendances.organisation_id = pseudonyms.organisation_id;

create view masked.contacts as
select
    contacts.* replace (pseudonyms.shown_id as organisation_id)
from base.contacts as contacts
inner join base.organisation_pseudonyms as pseudonyms on contacts.organisation_id = pseudonyms.organisation_id;

create view masked.first_contacts as
select
    first_contacts.* replace (pseudonyms.shown_id as organisation_id)
from base.first_contacts as first_contacts
inner join base.organisation_pseudonyms as pseudonyms on first_contacts.organisation_id = pseudonyms.organisation_id;

create view masked.consultations as
select
    consultations.* replace (pseudonyms.shown_id as organisation_id)
from base.consultations as consultations
inner join base.organisation_pseudonyms as pseudonyms on consultations.organisation_id = pseudonyms.organisation_id;

create view masked.funding as
select
    funding.* replace (
        organisations.shown_id as organisation_id,
        cooperations.shown_id as cooperation_id
    )
from base.funding as funding
left join base.organisation_pseudonyms as organisations on funding.organisation_id = organisations.organisation_id
left join base.cooperation_pseudonyms as cooperations on funding.cooperation_id = cooperations.cooperation_id
where cooperations.is_confidential is not true;

create view masked.events as select * replace (shown_title as title, shown_venue as venue) from base.events;
create view masked.feedback as from base.feedback;
create view masked.targets as from base.targets;
create view masked.target_notes as from base.target_notes;
create view masked.districts as from base.districts;
create view masked.horizon as from base.horizon;
create view masked.pending as from base.pending;
create view masked.contradictions as from base.contradictions where false;
create view masked.deletions as from base.deletions where false;
