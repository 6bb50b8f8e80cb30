-- One row per period and size: enterprises that the network supported in it, each once: by structured consultation, or
-- by accompanying an application that was approved. New ones were founded at most three years before that year.
-- disclosure: cells supported by size; without by_grants, advised, new_enterprises
with grants as (
    select
        funding.decided_on,
        funding.organisation_id
    from funding
    where funding.status = 'approved' and funding.supported and funding.organisation_id is not null
    union
    select
        funding.decided_on,
        members.organisation_id
    from funding
    inner join cooperation_members as members on funding.cooperation_id = members.cooperation_id
    where
        funding.status = 'approved'
        and funding.supported
        and funding.organisation_id is null
        and (members.joined_on is null or members.joined_on <= funding.decided_on)
        and (members.left_on is null or members.left_on >= funding.decided_on)
),

supports as (
    select
        consultations.held_on as supported_on,
        consultations.organisation_id,
        false as by_grant
    from consultations
    where consultations.is_structured
    union all
    select
        decided_on,
        organisation_id,
        true
    from grants
),

enterprises as (
    select
        supports.*,
        coalesce(organisations.size, 'unknown') as size,
        year(supports.supported_on) - organisations.founded_year <= 3 as is_new
    from supports
    inner join organisations on supports.organisation_id = organisations.organisation_id
    where organisations.kind in ('company', 'startup')
)

select
    periods.period,
    enterprises.size,
    count(distinct enterprises.organisation_id) as supported,
    count(distinct enterprises.organisation_id) filter (where enterprises.by_grant) as by_grants,
    count(distinct enterprises.organisation_id) filter (where not enterprises.by_grant) as advised,
    count(distinct enterprises.organisation_id) filter (where enterprises.is_new) as new_enterprises
from periods
inner join enterprises on enterprises.supported_on between periods.starts_on and periods.counted_until
group by periods.period, periods.starts_on, periods.ends_on, enterprises.size
order by periods.starts_on, periods.ends_on, enterprises.size
