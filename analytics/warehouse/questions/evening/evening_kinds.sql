-- One row per kind: organisations that attended the event named by the variable event_id. Masked audiences are told of
-- two groups only (companies and start-ups as economy, all the rest as others): at one event, single kinds are so few
-- that next to nothing could be shown. They may ask only where they know how many organisations came at all.
-- disclosure: cells organisations by kind
with present as (
    select
        case
            when not getvariable('hides_names') then coalesce(organisations.kind, 'unknown')
            when organisations.kind in ('company', 'startup') then 'economy'
            else 'others'
        end as kind
    from attendances
    inner join organisations on attendances.organisation_id = organisations.organisation_id
    where attendances.event_id = getvariable('event_id')::varchar
)

select
    kind,
    count(*) as organisations
from present
group by kind
order by kind
