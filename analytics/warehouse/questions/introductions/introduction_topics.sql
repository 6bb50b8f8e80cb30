-- One row per organisation in scope, topic and occasion on which it dealt with it: a held event that it attended, or a
-- cooperation from its first contact on that this audience may be told of. The other of event_id and cooperation_id is
-- null.
-- disclosure: named
select
    attendances.organisation_id,
    unnest(occasions.topics) as topic,
    attendances.happened_on,
    attendances.event_id,
    null as cooperation_id
from attendances
inner join organisations on attendances.organisation_id = organisations.organisation_id
inner join occasions on attendances.event_id = occasions.event_id
union all
select
    members.organisation_id,
    unnest(cooperations.topics) as topic,
    greatest(cooperations.contact_on, members.joined_on) as happened_on,
    null as event_id,
    cooperations.cooperation_id
from cooperation_members as members
inner join organisations on members.organisation_id = organisations.organisation_id
inner join cooperations on members.cooperation_id = cooperations.cooperation_id
where
    cooperations.contact_on is not null
    and (current_schema() = 'management' or cooperations.is_confidential is not true)
order by organisation_id, topic, happened_on, event_id, cooperation_id
