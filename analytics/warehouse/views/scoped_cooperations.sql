-- The cooperations that a connection of one audience sees within its scope, who takes part in them, whom they tie, and
-- their funding; see scoped.sql, on whose views these rest.

-- One row per cooperation, member and span of days in which it was one; the coordinator only where the scope asks for
-- it. Members may be of any kind and district: to count those in scope, join the organisations.
create view audience.cooperation_members as
select
    members.*,
    organisations.kind as member_kind
from base.cooperation_members as members
inner join base.organisations as organisations on members.organisation_id = organisations.organisation_id
where audience.is_partner(organisations.is_coordinator);

-- Whether a cooperation has ever been one between organisations: whether it has two known members, not counting the
-- coordinator where the scope leaves it out.
create macro audience.is_between_partners(members, partners) as
case when getvariable('with_coordinator')::boolean then members else partners end >= 2;

-- One row per cooperation in scope: one of its members is, and so is its topic. What is on record with fewer than two
-- known members is none between anybody, and what cannot have been as it is recorded is set aside: both are among the
-- recorded_cooperations only.
create view audience.cooperations as
select cooperations.*
from base.cooperations as cooperations
where
    audience.is_on_topic(cooperations.topics)
    and (
        (getvariable('kinds') is null and getvariable('districts') is null)
        or cooperations.cooperation_id in (
            select members.cooperation_id
            from audience.cooperation_members as members
            inner join audience.organisations as organisations
                on members.organisation_id = organisations.organisation_id
        )
    )
    and cooperations.contradiction is null
    and audience.is_between_partners(cooperations.members, cooperations.partners);

-- One row per member of the cooperations in scope that tie their members to each other: not those with more members
-- than most_members, in which not everybody works with everybody. To be joined with itself.
create view audience.tying_members as
select members.*
from audience.cooperation_members as members
inner join audience.cooperations as cooperations on members.cooperation_id = cooperations.cooperation_id
where cooperations.members <= getvariable('most_members')::bigint;

-- One row per held event and cooperation in scope that began after it: it names the event as its origin, or its first
-- contact lay within the 365 days after it and at least two of its members had been there (guests).
create view audience.aftermaths as
with met as (
    select
        attendances.event_id,
        members.cooperation_id,
        any_value(attendances.happened_on) as happened_on,
        count(distinct members.organisation_id) as guests
    from base.attendances as attendances
    inner join audience.cooperation_members as members on attendances.organisation_id = members.organisation_id
    group by attendances.event_id, members.cooperation_id
),

begun as (
    select
        met.event_id,
        met.cooperation_id
    from met
    inner join audience.cooperations as cooperations on met.cooperation_id = cooperations.cooperation_id
    where met.guests >= 2 and cooperations.contact_on between met.happened_on and met.happened_on + 365
    union
    select
        origin_event_id,
        cooperation_id
    from audience.cooperations
    where origin_event_id is not null
)

select
    begun.event_id,
    begun.cooperation_id,
    coalesce(met.guests, 0) as guests,
    coalesce(cooperations.origin_event_id = begun.event_id, false) as names_event
from begun
inner join audience.cooperations as cooperations on begun.cooperation_id = cooperations.cooperation_id
inner join base.events as events on begun.event_id = events.event_id and events.status = 'held'
left join met on begun.event_id = met.event_id and begun.cooperation_id = met.cooperation_id;

-- One row per period and cooperation in scope that is active on the day on which the period is measured.
create view audience.active_cooperations as
select
    periods.period,
    periods.measured_on as day,
    cooperations.*
from audience.periods as periods
inner join audience.cooperations as cooperations
    on
        periods.measured_on >= cooperations.agreed_on
        and (cooperations.ended_on is null or cooperations.ended_on >= periods.measured_on);

-- One row per period, cooperation active when it is measured, and who is a member on that day.
create view audience.active_members as
select
    active.period,
    active.cooperation_id,
    members.organisation_id,
    members.member_kind
from audience.active_cooperations as active
inner join audience.cooperation_members as members on active.cooperation_id = members.cooperation_id
where
    (members.joined_on is null or members.joined_on <= active.day)
    and (members.left_on is null or members.left_on >= active.day);

-- One row per agreed cooperation, member and span, both in scope: the days on which both the cooperation is active and
-- the organisation is its member, first and last included; until is null where it goes on.
create view audience.memberships as
select
    members.cooperation_id,
    members.organisation_id,
    organisations.kind,
    greatest(cooperations.agreed_on, members.joined_on) as since,
    least(cooperations.ended_on, members.left_on) as until
from audience.cooperation_members as members
inner join audience.cooperations as cooperations on members.cooperation_id = cooperations.cooperation_id
inner join audience.organisations as organisations on members.organisation_id = organisations.organisation_id
where
    cooperations.agreed_on is not null
    and greatest(cooperations.agreed_on, members.joined_on)
    <= coalesce(least(cooperations.ended_on, members.left_on), 'infinity'::date);

-- One row per agreed cooperation, pair of its members in scope, in the order of their ids, and span of days on which
-- the cooperation ties them together. A tie is a pair, made of one cooperation tie or of several. A cooperation
-- of more than most_members members ties nobody.
create view audience.cooperation_ties as
with tying as materialized (
    select memberships.*
    from audience.memberships as memberships
    inner join base.cooperations as cooperations on memberships.cooperation_id = cooperations.cooperation_id
    where cooperations.members <= getvariable('most_members')::bigint
)

select
    one.cooperation_id,
    one.organisation_id,
    other.organisation_id as partner_id,
    one.kind,
    other.kind as partner_kind,
    greatest(one.since, other.since) as since,
    least(one.until, other.until) as until
from tying as one
inner join tying as other
    on
        one.cooperation_id = other.cooperation_id
        and one.organisation_id < other.organisation_id
where greatest(one.since, other.since) <= coalesce(least(one.until, other.until), 'infinity'::date);

-- One row per period, organisation in scope and partner with which a cooperation ties it when the period is measured
-- (is_current) or did before: since when and in how many cooperations. Every pair is there twice, once from each side.
create view audience.partnerships as
select
    periods.period,
    ties.organisation_id,
    ties.partner_id,
    min(ties.since) as since,
    count(distinct ties.cooperation_id) as cooperations,
    bool_or(ties.until is null or ties.until >= periods.measured_on) as is_current
from audience.periods as periods
inner join (
    select cooperation_id, organisation_id, partner_id, since, until from audience.cooperation_ties
    union all
    select cooperation_id, partner_id, organisation_id, since, until from audience.cooperation_ties
) as ties on periods.measured_on >= ties.since
group by periods.period, ties.organisation_id, ties.partner_id;

-- One row per cooperation that is on record, whatever may be said against counting it: it is in scope by its topic and
-- by any of its members, the coordinator included.
create view audience.recorded_cooperations as
select cooperations.*
from base.cooperations as cooperations
where
    audience.is_on_topic(cooperations.topics)
    and (
        (getvariable('kinds') is null and getvariable('districts') is null)
        or cooperations.cooperation_id in (
            select members.cooperation_id
            from base.cooperation_members as members
            inner join audience.organisations as organisations
                on members.organisation_id = organisations.organisation_id
        )
    );

-- One row per application for funding in scope: by the organisation that it names, else by any member of its
-- cooperation, and by the cooperation's topic; what an organisation applies for by itself has none.
create view audience.funding as
select funding.*
from base.funding as funding
where
    (
        getvariable('topics') is null
        or funding.cooperation_id in (
            select cooperations.cooperation_id
            from base.cooperations as cooperations
            where audience.is_on_topic(cooperations.topics)
        )
    )
    and (
        (getvariable('kinds') is null and getvariable('districts') is null)
        or funding.organisation_id in (
            select organisations.organisation_id from audience.organisations as organisations
        )
        or (
            funding.organisation_id is null
            and funding.cooperation_id in (
                select cooperations.cooperation_id from audience.recorded_cooperations as cooperations
            )
        )
    );
