-- One row per cooperation active when the period is measured with a member in the district named by the variable
-- district: its members there, and the other districts from which members come. The latest agreed stands first.
with placed as (
    select
        active_members.cooperation_id,
        organisations.name,
        organisations.organisation_id,
        coalesce(organisations.district, 'unknown') as district,
        districts.name as district_name
    from active_members
    inner join organisations on active_members.organisation_id = organisations.organisation_id
    left join districts on organisations.district = districts.ags5
),

here as (
    select
        cooperation_id,
        string_agg(name, ', ' order by name, organisation_id) as members_here
    from placed
    where district = getvariable('district')::varchar
    group by cooperation_id
),

elsewhere as (
    select
        cooperation_id,
        string_agg(distinct district_name, ', ' order by district_name) as other_districts
    from placed
    where district <> getvariable('district')::varchar
    group by cooperation_id
)

select
    active.title,
    active.kind as cooperation_kind,
    len(list_filter(
        [active.contact_on, active.exchange_on, active.agreed_on, active.joint_on, active.lasting_on],
        lambda reached_on: reached_on <= active.day
    ))::varchar as stage,
    active.agreed_on,
    here.members_here,
    elsewhere.other_districts
from active_cooperations as active
inner join here on active.cooperation_id = here.cooperation_id
left join elsewhere on active.cooperation_id = elsewhere.cooperation_id
order by active.agreed_on desc, active.title asc, active.cooperation_id asc
