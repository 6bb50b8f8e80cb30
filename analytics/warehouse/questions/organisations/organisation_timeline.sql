-- One row per period and event that the organisation (the variable organisation_id) attended, consultation it had, and
-- stage of a cooperation while it took part, by the day on which the period is measured; of format, consultation_kind
-- and stage one is known at most. A stage lasts until the next began, the organisation's part in it ended, or that day.
with parts as (
    select
        periods.period,
        cooperations.*,
        members.joined_on,
        least(cooperations.ended_on, members.left_on, periods.measured_on) as last_day
    from periods
    cross join cooperation_members as members
    inner join cooperations on members.cooperation_id = cooperations.cooperation_id
    where members.organisation_id = getvariable('organisation_id')::varchar
),

stages as (
    select
        period,
        cooperation_id,
        title,
        joined_on,
        last_day,
        unnest(['1', '2', '3', '4', '5']) as stage,
        unnest([contact_on, exchange_on, agreed_on, joint_on, lasting_on]) as reached_on
    from parts
),

spans as (
    select
        period,
        cooperation_id,
        title,
        stage,
        greatest(reached_on, joined_on) as since,
        last_day,
        lead(greatest(reached_on, joined_on)) over (
            partition by period, cooperation_id, joined_on
            order by stage
        ) as next_on
    from stages
    where reached_on is not null and greatest(reached_on, joined_on) <= last_day
)

select
    null::varchar as cooperation_id,
    occasions.title,
    occasions.format,
    null::varchar as consultation_kind,
    null::varchar as stage,
    attendances.happened_on as since,
    null::date as until
from periods
inner join attendances on periods.measured_on >= attendances.happened_on
inner join occasions on attendances.event_id = occasions.event_id
where attendances.organisation_id = getvariable('organisation_id')::varchar
union all
select
    null,
    null,
    null,
    consultations.kind,
    null,
    consultations.held_on,
    null
from periods
inner join consultations on periods.measured_on >= consultations.held_on
where consultations.organisation_id = getvariable('organisation_id')::varchar
union all
select
    cooperation_id,
    title,
    null,
    null,
    stage,
    since,
    coalesce(next_on, last_day)
from spans
where next_on is null or since < next_on
order by since, title, stage
