-- One row per agreed cooperation in scope that may be told on a stage: not confidential, and of two members at least
-- who all agreed to be named. origin_title and origin_on are those of the event it names as its origin; met_title and
-- met_on tell the first held event at which two of its members were, where that was before they were in contact.
-- disclosure: named
with open_ones as (
    select
        members.cooperation_id,
        list(organisations.name order by organisations.name, organisations.organisation_id) as members,
        list(distinct organisations.kind order by organisations.kind) as kinds
    from (select distinct cooperation_id, organisation_id from cooperation_members) as members
    inner join organisations on members.organisation_id = organisations.organisation_id
    group by members.cooperation_id
    having count(*) > 1 and bool_and(coalesce(organisations.consents_to_name, false))
),

shared as (
    select
        members.cooperation_id,
        attendances.event_id,
        attendances.happened_on
    from cooperation_members as members
    inner join open_ones on members.cooperation_id = open_ones.cooperation_id
    inner join attendances on members.organisation_id = attendances.organisation_id
    group by members.cooperation_id, attendances.event_id, attendances.happened_on
    having count(distinct members.organisation_id) > 1
),

met as (
    select
        shared.cooperation_id,
        min(shared.happened_on) as met_on,
        min_by(occasions.title, (shared.happened_on, shared.event_id)) as met_title
    from shared
    inner join cooperations on shared.cooperation_id = cooperations.cooperation_id
    inner join occasions on shared.event_id = occasions.event_id
    where shared.happened_on <= cooperations.contact_on
    group by shared.cooperation_id
)

select
    cooperations.cooperation_id,
    cooperations.title,
    cooperations.kind,
    cooperations.origin,
    origins.title as origin_title,
    origins.starts_on as origin_on,
    met.met_title,
    met.met_on,
    cooperations.contact_on,
    cooperations.agreed_on,
    cooperations.joint_on,
    cooperations.lasting_on,
    cooperations.ended_on,
    open_ones.members,
    open_ones.kinds
from cooperations
inner join open_ones on cooperations.cooperation_id = open_ones.cooperation_id
left join met on cooperations.cooperation_id = met.cooperation_id
left join occasions as origins
    on cooperations.origin_event_id = origins.event_id and origins.status = 'held'
where
    cooperations.agreed_on is not null
    and cooperations.is_confidential is not true
order by cooperations.agreed_on desc, cooperations.cooperation_id asc
