-- One row per cooperation that ties its members and pair of these in scope, in the order of their ids: the days since
-- which both are in contact, agreed and at a joint project through it; null where they did not come so far together, or
-- where it is not known when. Who left before its first day was never in it with the other.
with partners as (
    select
        members.cooperation_id,
        members.organisation_id,
        members.joined_on,
        members.left_on
    from tying_members as members
    inner join organisations on members.organisation_id = organisations.organisation_id
),

couples as (
    select
        one.cooperation_id,
        one.organisation_id,
        other.organisation_id as partner_id,
        greatest(one.joined_on, other.joined_on) as since,
        coalesce(least(one.left_on, other.left_on, cooperations.ended_on), 'infinity'::date) as until
    from partners as one
    inner join partners as other
        on
            one.cooperation_id = other.cooperation_id
            and one.organisation_id < other.organisation_id
    inner join cooperations on one.cooperation_id = cooperations.cooperation_id
)

select
    couples.cooperation_id,
    couples.organisation_id,
    couples.partner_id,
    any_value(cooperations.origin) as origin,
    min(greatest(cooperations.contact_on, couples.since)) filter (where cooperations.contact_on is not null)
        as contact_on,
    min(greatest(cooperations.agreed_on, couples.since)) filter (where couples.until >= cooperations.agreed_on)
        as agreed_on,
    min(greatest(cooperations.joint_on, couples.since)) filter (where couples.until >= cooperations.joint_on)
        as joint_on
from couples
inner join cooperations on couples.cooperation_id = cooperations.cooperation_id
where
    (couples.since is null or couples.since <= couples.until)
    and (cooperations.contact_on is null or cooperations.contact_on <= couples.until)
group by couples.cooperation_id, couples.organisation_id, couples.partner_id
order by couples.cooperation_id, couples.organisation_id, couples.partner_id
