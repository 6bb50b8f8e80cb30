-- One row per kind: organisations that attended the event named by the variable event_id.
select
    organisations.kind,
    count(*) as organisations
from attendances
inner join organisations on attendances.organisation_id = organisations.organisation_id
where attendances.event_id = getvariable('event_id')::varchar
group by organisations.kind
order by organisations.kind
