-- One row per cooperation, with the days on which it was first at least at each stage.
-- agreed_on is the first day at stage 3 or above: from it to ended_on, that day included, it is active.
-- contradiction: the rule of base.contradictions by which its history cannot be as it is recorded, so that it is set
-- aside. members: how many known organisations ever belonged to it; partners: the same without the coordinator.
create table base.cooperations as
with impossible as (
    select
        thing as cooperation_id,
        min(rule) as contradiction
    from base.contradictions
    where rule in ('ended_before_agreed', 'stages_out_of_order')
    group by thing
),

histories as (
    select stages.*
    from state.cooperation_stages as stages
    inner join state.cooperations as cooperations on stages.cooperation_id = cooperations.cooperation_id
    left join impossible on stages.cooperation_id = impossible.cooperation_id
    where
        cooperations.ended_on is null
        or stages.since <= cooperations.ended_on
        or impossible.contradiction is not null
),

dated as (
    select
        cooperation_id,
        min(since) as contact_on,
        min(since) filter (where stage >= '2') as exchange_on,
        min(since) filter (where stage >= '3') as agreed_on,
        min(since) filter (where stage >= '4') as joint_on,
        min(since) filter (where stage >= '5') as lasting_on
    from histories
    group by cooperation_id
),

sizes as (
    select
        members.cooperation_id,
        count(distinct members.organisation_id) as members,
        count(distinct members.organisation_id) filter (where not organisations.is_coordinator) as partners
    from state.cooperation_members as members
    inner join base.organisations as organisations on members.organisation_id = organisations.organisation_id
    group by members.cooperation_id
),

-- Events of origin, but for those that cannot have been it: see the rule origin_after_agreement.
origins as (
    select
        cooperations.cooperation_id,
        events.event_id
    from state.cooperations as cooperations
    inner join base.events as events on cooperations.origin_event_id = events.event_id
    where
        cooperations.cooperation_id not in (
            select contradictions.thing
            from base.contradictions as contradictions
            where contradictions.rule = 'origin_after_agreement'
        )
)

select
    cooperations.* replace (origins.event_id as origin_event_id),
    dated.* exclude (cooperation_id),
    impossible.contradiction,
    coalesce(sizes.members, 0) as members,
    coalesce(sizes.partners, 0) as partners
from state.cooperations as cooperations
left join dated on cooperations.cooperation_id = dated.cooperation_id
left join impossible on cooperations.cooperation_id = impossible.cooperation_id
left join sizes on cooperations.cooperation_id = sizes.cooperation_id
left join origins on cooperations.cooperation_id = origins.cooperation_id;
