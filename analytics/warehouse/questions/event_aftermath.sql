-- One row per cooperation that names the event (the variable event_id) as its origin, or whose first contact lay
-- within the 365 days after it and at least two of whose members had been there.
with guests as (
    select
        organisation_id,
        happened_on
    from attendances
    where event_id = getvariable('event_id')::varchar and organisation_id is not null
),

partners as (
    select
        members.cooperation_id,
        count(*) as guests,
        any_value(guests.happened_on) as happened_on
    from cooperation_members as members
    inner join guests on members.organisation_id = guests.organisation_id
    group by members.cooperation_id
)

select
    cooperations.cooperation_id,
    cooperations.title,
    cooperations.kind,
    cooperations.contact_on,
    cooperations.agreed_on,
    case
        when cooperations.lasting_on is not null then '5'
        when cooperations.joint_on is not null then '4'
        when cooperations.agreed_on is not null then '3'
        when cooperations.exchange_on is not null then '2'
        when cooperations.contact_on is not null then '1'
    end as stage,
    coalesce(partners.guests, 0) as guests,
    coalesce(cooperations.origin_event_id = getvariable('event_id')::varchar, false) as names_event
from cooperations
left join partners on cooperations.cooperation_id = partners.cooperation_id
where
    cooperations.origin_event_id = getvariable('event_id')::varchar
    or (
        partners.guests >= 2
        and cooperations.contact_on between partners.happened_on and partners.happened_on + interval 365 day
    )
order by cooperations.contact_on nulls last, cooperations.cooperation_id
