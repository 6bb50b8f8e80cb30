-- One row per period, cooperation of the organisation (the variable organisation_id) and span of days in which it took
-- part in it, begun by the day on which the period is measured, the newest first, those without a date last: its other
-- members in scope, the stage it had come to, and since when and until when the organisation took part in it.
-- disclosure: named
with spans as (
    select
        periods.period,
        periods.measured_on,
        cooperations.*,
        greatest(cooperations.contact_on, members.joined_on) as since,
        case
            when least(cooperations.ended_on, members.left_on) <= periods.measured_on
                then least(cooperations.ended_on, members.left_on)
        end as until
    from periods
    cross join cooperation_members as members
    inner join cooperations on members.cooperation_id = cooperations.cooperation_id
    where
        members.organisation_id = getvariable('organisation_id')::varchar
        and coalesce(greatest(cooperations.contact_on, members.joined_on) <= periods.measured_on, true)
),

others as (
    select
        partners.period,
        partners.cooperation_id,
        string_agg(organisations.name, ', ' order by organisations.name, organisations.organisation_id) as names
    from (
        select distinct
            spans.period,
            spans.cooperation_id,
            members.organisation_id
        from spans
        inner join cooperation_members as members on spans.cooperation_id = members.cooperation_id
        where
            members.organisation_id <> getvariable('organisation_id')::varchar
            and (members.joined_on is null or members.joined_on <= spans.measured_on)
    ) as partners
    inner join organisations on partners.organisation_id = organisations.organisation_id
    group by partners.period, partners.cooperation_id
)

select
    spans.cooperation_id,
    spans.title,
    spans.kind as cooperation_kind,
    others.names as other_members,
    case
        when spans.contact_on <= coalesce(spans.until, spans.measured_on)
            then len(list_filter(
                [spans.contact_on, spans.exchange_on, spans.agreed_on, spans.joint_on, spans.lasting_on],
                lambda reached_on: reached_on <= coalesce(spans.until, spans.measured_on)
            ))::varchar
    end as stage,
    spans.since,
    case when spans.agreed_on <= spans.measured_on then greatest(spans.agreed_on, spans.since) end as agreed_on,
    spans.until as ended_on
from spans
left join others on spans.period = others.period and spans.cooperation_id = others.cooperation_id
order by spans.since desc nulls last, spans.title asc, spans.cooperation_id asc
