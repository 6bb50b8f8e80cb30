-- One row per cooperation, with the days on which it was first at least at each stage.
-- agreed_on is the first day at stage 3 or above: from it to ended_on, that day included, it is active.
-- members: how many known organisations ever belonged to it.
create table base.cooperations as
with dated as (
    select
        cooperation_id,
        min(since) as contact_on,
        min(since) filter (where stage >= '2') as exchange_on,
        min(since) filter (where stage >= '3') as agreed_on,
        min(since) filter (where stage >= '4') as joint_on,
        min(since) filter (where stage >= '5') as lasting_on
    from state.cooperation_stages
    group by cooperation_id
),

sizes as (
    select
        members.cooperation_id,
        count(distinct members.organisation_id) as members
    from state.cooperation_members as members
    inner join base.organisations as organisations on members.organisation_id = organisations.organisation_id
    group by members.cooperation_id
)

select
    cooperations.* replace (events.event_id as origin_event_id),
    dated.* exclude (cooperation_id),
    coalesce(sizes.members, 0) as members
from state.cooperations as cooperations
left join dated on cooperations.cooperation_id = dated.cooperation_id
left join sizes on cooperations.cooperation_id = sizes.cooperation_id
left join base.events as events on cooperations.origin_event_id = events.event_id;
