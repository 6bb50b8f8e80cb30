-- One row per pair of organisations in scope that were at one held event, in the order of their ids, up to the end of
-- the last period asked for: how many events they shared, the first and the last day of these.
with guests as (
    select
        attendances.event_id,
        attendances.organisation_id,
        attendances.happened_on
    from attendances
    inner join organisations on attendances.organisation_id = organisations.organisation_id
    where
        is_partner(organisations.is_coordinator)
        and attendances.happened_on <= (select max(periods.ends_on) from periods)
)

select
    one.organisation_id,
    other.organisation_id as partner_id,
    count(*) as events,
    min(one.happened_on) as first_on,
    max(one.happened_on) as last_on
from guests as one
inner join guests as other
    on
        one.event_id = other.event_id
        and one.organisation_id < other.organisation_id
group by one.organisation_id, other.organisation_id
order by one.organisation_id, other.organisation_id
