-- One row per cooperation in scope, at whatever stage, and pair of its members in scope, in the order of their ids.
-- known_on: from when the two are in contact through it, null where it has no day; since: from when it ties them, null
-- where it does not; is_open: whether this audience may be told of it.
-- disclosure: named
select
    one.cooperation_id,
    one.organisation_id,
    other.organisation_id as partner_id,
    min(greatest(cooperations.contact_on, one.joined_on, other.joined_on)) filter (
        where cooperations.contact_on is not null
    ) as known_on,
    min(cooperation_ties.since) as since,
    bool_or(current_schema() = 'management' or cooperations.is_confidential is not true) as is_open
from tying_members as one
inner join tying_members as other
    on
        one.cooperation_id = other.cooperation_id
        and one.organisation_id < other.organisation_id
inner join cooperations on one.cooperation_id = cooperations.cooperation_id
inner join organisations on one.organisation_id = organisations.organisation_id
inner join organisations as partners on other.organisation_id = partners.organisation_id
left join cooperation_ties
    on
        one.cooperation_id = cooperation_ties.cooperation_id
        and one.organisation_id = cooperation_ties.organisation_id
        and other.organisation_id = cooperation_ties.partner_id
group by one.cooperation_id, one.organisation_id, other.organisation_id
order by one.cooperation_id, one.organisation_id, other.organisation_id
