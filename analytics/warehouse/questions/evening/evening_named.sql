-- One row per cooperation that names the event (the variable event_id) as its origin, is not confidential, and whose
-- members this audience may all know by name: those furthest come first. members are their names, the lead's first.
-- disclosure: named
with partners as (
    select
        cooperation_id,
        organisation_id,
        coalesce(bool_or(role = 'lead'), false) as leads
    from cooperation_members
    group by cooperation_id, organisation_id
),

told as (
    select
        cooperations.cooperation_id,
        list(organisations.name order by members.leads desc, organisations.name asc) as members
    from cooperations
    inner join partners as members on cooperations.cooperation_id = members.cooperation_id
    inner join organisations on members.organisation_id = organisations.organisation_id
    where
        cooperations.origin_event_id = getvariable('event_id')::varchar
        and cooperations.is_confidential is not true
        and not starts_with(cooperations.cooperation_id, 'unnamed-')
    group by cooperations.cooperation_id
    having current_schema() = 'management' or bool_and(organisations.consents_to_name)
)

select
    cooperations.cooperation_id,
    cooperations.title,
    case
        when cooperations.lasting_on is not null then '5'
        when cooperations.joint_on is not null then '4'
        when cooperations.agreed_on is not null then '3'
        when cooperations.exchange_on is not null then '2'
        when cooperations.contact_on is not null then '1'
        else 'unknown'
    end as stage,
    told.members
from told
inner join cooperations on told.cooperation_id = cooperations.cooperation_id
order by replace(stage, 'unknown', '0') desc, cooperations.title asc, cooperations.cooperation_id asc
