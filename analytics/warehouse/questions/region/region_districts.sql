-- One row per period and district, all of the state's first, then elsewhere, abroad and unknown.
-- organisations: those reached in the period. members: those on the day on which it is measured. events: those held
-- there in it. cooperations: those active on that day with an active member there; one with members in two districts is
-- in both.
-- area: core, state or outside; how many of its members are based in each is told elsewhere.
-- known: the network's organisations by that day, that is all reached, members or in an agreed cooperation before.
-- disclosure: cells organisations by district covered where is_core; cells cooperations by district;
-- cells members by district within area; without known
with places as (
    select
        ags5 as district,
        name,
        type,
        is_westfalen,
        is_core
    from districts
    union all
    select
        unnest(['elsewhere', 'abroad', 'unknown']),
        null,
        null,
        false,
        false
),

organisations_by_district as (
    select
        periods.period,
        coalesce(reached.district, 'unknown') as district,
        count(*) as organisations
    from periods
    inner join reached on periods.block = reached.block and periods.bit & reached.bits <> 0
    group by periods.period, coalesce(reached.district, 'unknown')
),

begun as (
    select
        organisation_id,
        first_contact_on as since
    from arrivals
    union all
    select
        organisation_id,
        member_since
    from organisations
    union all
    select
        organisation_id,
        since
    from memberships
),

firsts as (
    select
        organisations.organisation_id,
        organisations.member_since,
        organisations.left_on,
        coalesce(organisations.district, 'unknown') as district,
        min(begun.since) as since
    from organisations
    inner join begun on organisations.organisation_id = begun.organisation_id
    group by all
),

known_by_district as (
    select
        periods.period,
        firsts.district,
        count(*) as known,
        count(*) filter (
            where firsts.member_since <= periods.measured_on
            and (firsts.left_on is null or firsts.left_on >= periods.measured_on)
        ) as members
    from periods
    inner join firsts on periods.measured_on >= firsts.since
    group by periods.period, firsts.district
),

events_by_district as (
    select
        periods.period,
        coalesce(events.district, 'unknown') as district,
        count(*) as events
    from periods
    inner join events on events.starts_on between periods.starts_on and periods.counted_until
    where events.status = 'held'
    group by periods.period, coalesce(events.district, 'unknown')
),

cooperations_by_district as (
    select
        active_members.period,
        coalesce(organisations.district, 'unknown') as district,
        count(distinct active_members.cooperation_id) as cooperations
    from active_members
    inner join organisations on active_members.organisation_id = organisations.organisation_id
    group by active_members.period, coalesce(organisations.district, 'unknown')
)

select
    periods.period,
    places.district,
    places.name,
    places.type,
    places.is_westfalen,
    places.is_core,
    case when places.is_core then 'core' when places.name is null then 'outside' else 'state' end as area,
    coalesce(organisations_by_district.organisations, 0) as organisations,
    coalesce(known_by_district.members, 0) as members,
    coalesce(events_by_district.events, 0) as events,
    coalesce(cooperations_by_district.cooperations, 0) as cooperations,
    coalesce(known_by_district.known, 0) as known
from periods
cross join places
left join organisations_by_district
    on periods.period = organisations_by_district.period and places.district = organisations_by_district.district
left join known_by_district
    on periods.period = known_by_district.period and places.district = known_by_district.district
left join events_by_district
    on periods.period = events_by_district.period and places.district = events_by_district.district
left join cooperations_by_district
    on periods.period = cooperations_by_district.period and places.district = cooperations_by_district.district
order by
    periods.starts_on,
    periods.period,
    list_position(['elsewhere', 'abroad', 'unknown'], places.district) nulls first,
    places.district
