-- One row per organisation in scope that was ever reached or has agreed a cooperation: the first day of each step of
-- its way. reached_on is its first contact (a held event or a consultation), again_on the next day with one,
-- advised_on its first consultation; then come the stages of its cooperations, none earlier than the first contact.
-- A cooperation that was agreed before it was reached is no step of that way; earlier_on is the first day of such a
-- one, for an organisation never reached that of any. The coordinator has a row only where the scope asks for it.
with visits as (
    select
        organisation_id,
        min(happened_on) as reached_on,
        list_sort(list(distinct happened_on))[2] as again_on
    from contacts
    group by organisation_id
),

advice as (
    select
        organisation_id,
        min(held_on) as advised_on
    from consultations
    group by organisation_id
),

entries as (
    select
        members.organisation_id,
        members.joined_on,
        visits.reached_on,
        cooperations.contact_on,
        cooperations.agreed_on,
        cooperations.joint_on,
        cooperations.lasting_on,
        least(cooperations.ended_on, members.left_on) as until,
        case
            when visits.reached_on is null then true
            when cooperations.agreed_on is null then false
            else greatest(cooperations.agreed_on, members.joined_on) < visits.reached_on
        end as is_earlier
    from cooperation_members as members
    inner join cooperations on members.cooperation_id = cooperations.cooperation_id
    left join visits on members.organisation_id = visits.organisation_id
),

stages as (
    select
        organisation_id,
        step,
        is_earlier,
        until,
        case when is_earlier then greatest(since, joined_on) else greatest(since, joined_on, reached_on) end as since
    from entries
    unpivot (since for step in (contact_on, agreed_on, joint_on, lasting_on))
),

taken as (
    select
        organisation_id,
        min(since) filter (where step = 'contact_on' and not is_earlier) as contact_on,
        min(since) filter (where step = 'agreed_on' and not is_earlier) as agreed_on,
        min(since) filter (where step = 'joint_on' and not is_earlier) as joint_on,
        min(since) filter (where step = 'lasting_on' and not is_earlier) as lasting_on,
        min(since) filter (where step = 'agreed_on' and is_earlier) as earlier_on
    from stages
    where since <= coalesce(until, 'infinity'::date)
    group by organisation_id
)

select
    organisations.organisation_id,
    organisations.name,
    organisations.kind,
    visits.reached_on,
    visits.again_on,
    advice.advised_on,
    taken.contact_on,
    taken.agreed_on,
    taken.joint_on,
    taken.lasting_on,
    taken.earlier_on
from organisations
left join visits on organisations.organisation_id = visits.organisation_id
left join advice on organisations.organisation_id = advice.organisation_id
left join taken on organisations.organisation_id = taken.organisation_id
where
    (visits.reached_on is not null or taken.earlier_on is not null)
    and is_partner(organisations.is_coordinator)
order by organisations.organisation_id
