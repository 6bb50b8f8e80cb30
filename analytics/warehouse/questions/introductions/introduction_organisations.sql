-- One row per organisation in scope that this audience may see by name, without the coordinator: whom to introduce.
-- seen_on is the day of its first trace: it joined, came, was advised or was in a cooperation; null without any.
-- disclosure: named
with nameable as (
    select *
    from organisations
    where
        not is_coordinator
        and (current_schema() = 'management' or consents_to_name)
),

in_cooperations as (
    select
        members.organisation_id,
        min(greatest(cooperations.contact_on, members.joined_on)) as seen_on
    from cooperation_members as members
    inner join cooperations on members.cooperation_id = cooperations.cooperation_id
    where cooperations.contact_on is not null
    group by members.organisation_id
)

select
    nameable.organisation_id,
    nameable.name,
    nameable.kind,
    nameable.district,
    districts.name as district_name,
    least(nameable.member_since, first_contacts.first_contact_on, in_cooperations.seen_on) as seen_on,
    nameable.left_on
from nameable
left join districts on nameable.district = districts.ags5
left join first_contacts on nameable.organisation_id = first_contacts.organisation_id
left join in_cooperations on nameable.organisation_id = in_cooperations.organisation_id
order by nameable.organisation_id
