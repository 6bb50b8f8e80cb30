-- One row per stage: how many cooperations that name the event (the variable event_id) as their origin have come so
-- far; one without a dated stage counts as unknown.
-- disclosure: cells cooperations by stage
with begun as (
    select
        cooperations.*,
        -- Whether everybody may know all its members: only then a reader can tell it from the others.
        not coalesce(cooperations.is_confidential, false) and not exists (
            select 1
            from cooperation_members as members
            left join organisations on members.organisation_id = organisations.organisation_id
            where
                members.cooperation_id = cooperations.cooperation_id
                and organisations.consents_to_name is not true
        ) as is_open
    from cooperations
    where cooperations.origin_event_id = getvariable('event_id')::varchar
)

select
    case
        when lasting_on is not null then '5'
        when joint_on is not null then '4'
        when agreed_on is not null then '3'
        when exchange_on is not null then '2'
        when contact_on is not null then '1'
        else 'unknown'
    end as stage,
    count(*) as cooperations
from begun
where getvariable('only_named') is null or is_open
group by all
order by stage
