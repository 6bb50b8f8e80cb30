-- One row per period: the network's members on the day on which it is measured (without the coordinator), and what of
-- them took part in its days. A member has joined by that day and has not left before it. What is on record for nobody
-- at all (joining, events, consultations, cooperations) is null, as a 0 would say too much.
-- disclosure: totals
with joined as (
    select
        periods.period,
        periods.starts_on,
        periods.counted_until,
        periods.measured_on,
        organisations.*
    from periods
    inner join organisations on organisations.member_since <= periods.measured_on
    where not organisations.is_coordinator
),

members as (
    select * from joined
    where left_on is null or left_on >= measured_on
),

active as (
    select
        periods.period,
        cooperation_members.cooperation_id,
        cooperation_members.organisation_id,
        cooperation_members.member_kind,
        greatest(cooperations.agreed_on, cooperation_members.joined_on) as since,
        least(cooperations.ended_on, cooperation_members.left_on) as until
    from periods
    inner join cooperations on cooperations.agreed_on <= periods.measured_on
    inner join cooperation_members on cooperations.cooperation_id = cooperation_members.cooperation_id
    where
        greatest(cooperations.agreed_on, cooperation_members.joined_on) <= periods.measured_on
        and coalesce(least(cooperations.ended_on, cooperation_members.left_on), 'infinity'::date) >= periods.starts_on
),

partners as (
    select
        one.period,
        one.organisation_id,
        other.organisation_id as partner_id,
        other.member_kind as partner_kind
    from active as one
    inner join active as other
        on
            one.period = other.period
            and one.cooperation_id = other.cooperation_id
            and one.organisation_id <> other.organisation_id
    inner join periods on one.period = periods.period
    where
        coalesce(one.until, 'infinity'::date) >= periods.measured_on
        and coalesce(other.until, 'infinity'::date) >= periods.measured_on
),

told as (
    select
        members.*,
        members.kind in ('company', 'startup') as is_enterprise,
        districts.is_core,
        exists (
            from attendances
            where
                attendances.organisation_id = members.organisation_id
                and attendances.happened_on between members.starts_on and members.counted_until
        )
        or exists (
            from active
            where active.period = members.period and active.organisation_id = members.organisation_id
        ) as is_engaged,
        exists (
            from consultations
            where
                consultations.organisation_id = members.organisation_id
                and consultations.held_on between members.starts_on and members.counted_until
        ) as is_consulted,
        exists (
            from partners
            inner join members as other
                on partners.period = other.period and partners.partner_id = other.organisation_id
            where partners.period = members.period and partners.organisation_id = members.organisation_id
        ) as cooperates,
        exists (
            from partners
            where
                partners.period = members.period
                and partners.organisation_id = members.organisation_id
                and partners.partner_kind = 'science'
        ) as works_with_science
    from members
    left join districts on members.district = districts.ags5
),

counted as (
    select
        period,
        count(*) as members,
        count(*) filter (where is_enterprise) as enterprises,
        count(distinct case
            when is_enterprise then 'business'
            when kind in ('science', 'public') then kind
        end) as parties,
        count(district) as located,
        count(*) filter (where is_core) as in_core,
        count(*) filter (where is_engaged) as engaged,
        count(*) filter (where is_consulted) as consulted,
        count(*) filter (where cooperates) as cooperating,
        count(*) filter (where is_enterprise and works_with_science) as with_science
    from told
    group by period
),

before as (
    select
        period,
        count(*) as members_before,
        count(*) filter (where left_on is null or left_on >= measured_on) as stayed
    from joined
    where member_since < starts_on and (left_on is null or left_on >= starts_on)
    group by period
),

meetings as (
    select
        periods.period,
        count(events.event_id) filter (where events.format in ('workshop', 'forum', 'board')) as working_meetings
    from periods
    inner join events on events.starts_on between periods.starts_on and periods.counted_until
    where events.status = 'held'
    group by periods.period
),

known as (
    select
        (select count(member_since) > 0 from organisations) as joining,
        (select count(*) > 0 from events where status = 'held') as events,
        (select count(*) > 0 from consultations) as consultations,
        (select count(agreed_on) > 0 from cooperations) as cooperations
)

select
    periods.period,
    case when known.joining then coalesce(counted.members, 0) end as members,
    case when known.joining then coalesce(counted.enterprises, 0) end as enterprises,
    case when known.joining then coalesce(counted.parties, 0) end as parties,
    counted.located,
    counted.in_core,
    case when known.events or known.cooperations then counted.engaged end as engaged,
    case when known.consultations then counted.consulted end as consulted,
    case when known.cooperations then counted.cooperating end as cooperating,
    case when known.cooperations then counted.with_science end as with_science,
    before.members_before,
    before.stayed,
    case when known.events then coalesce(meetings.working_meetings, 0) end as working_meetings
from periods
cross join known
left join counted on periods.period = counted.period
left join before on periods.period = before.period
left join meetings on periods.period = meetings.period
order by periods.starts_on, periods.ends_on
