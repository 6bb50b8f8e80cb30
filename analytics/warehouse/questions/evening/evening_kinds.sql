-- One row per kind: organisations that attended the event named by the variable event_id.
with present as (
    select
        coalesce(organisations.kind, 'unknown') as kind
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
