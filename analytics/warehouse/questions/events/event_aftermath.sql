-- One row per cooperation that began after the event (the variable event_id): it names it as its origin, or its first
-- contact lay within the 365 days after it and at least two of its members had been there.
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
    aftermaths.guests,
    aftermaths.names_event
from aftermaths
inner join cooperations on aftermaths.cooperation_id = cooperations.cooperation_id
where aftermaths.event_id = getvariable('event_id')::varchar
order by cooperations.contact_on nulls last, cooperations.cooperation_id
