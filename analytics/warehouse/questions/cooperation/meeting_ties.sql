-- One row per pair of organisations in scope that ever belonged to one cooperation, as numbers (those of
-- meeting_attendances): the first days on which they were in contact through one, and on which one was agreed between
-- them; null where it did not come to that. is_undated: one of these cooperations has no day at all.
with places as (
    select
        organisation_id,
        row_number() over (order by organisation_id) - 1 as organisation
    from organisations
    where is_partner(is_coordinator)
),

partners as (
    select
        members.cooperation_id,
        places.organisation,
        members.joined_on,
        members.left_on
    from tying_members as members
    inner join places on members.organisation_id = places.organisation_id
),

shared as (
    select
        one.organisation as first,
        other.organisation as second,
        cooperations.contact_on,
        cooperations.agreed_on,
        greatest(one.joined_on, other.joined_on) as since,
        coalesce(least(one.left_on, other.left_on, cooperations.ended_on), 'infinity'::date) as until
    from partners as one
    inner join partners as other
        on
            one.cooperation_id = other.cooperation_id
            and one.organisation < other.organisation
    inner join cooperations on one.cooperation_id = cooperations.cooperation_id
)

select
    first,
    second,
    bool_or(contact_on is null) as is_undated,
    min(greatest(contact_on, since)) filter (where contact_on <= until) as contact_on,
    min(greatest(agreed_on, since)) filter (where agreed_on <= until) as agreed_on
from shared
where since is null or since <= until
group by first, second
order by first, second
