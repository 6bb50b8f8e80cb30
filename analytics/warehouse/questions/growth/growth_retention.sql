-- One row per year of first contact and year after it: the share of that year's newcomers who had a contact then.
-- Years that the data does not reach are left out; the last one may be unfinished (is_unfinished).
with firsts as (
    select
        organisation_id,
        year(min(happened_on)) as cohort
    from contacts
    group by organisation_id
),

cohorts as (
    select
        cohort,
        count(*) as organisations
    from firsts
    group by cohort
),

stays as (
    select
        firsts.cohort,
        year(contacts.happened_on) - firsts.cohort as year_after,
        count(distinct contacts.organisation_id) as stayed
    from contacts
    inner join firsts on contacts.organisation_id = firsts.organisation_id
    group by firsts.cohort, year(contacts.happened_on) - firsts.cohort
),

steps as (
    select
        cohorts.cohort,
        cohorts.organisations,
        unnest(range(0, year(getvariable('as_of')::date) - cohorts.cohort + 1)) as year_after
    from cohorts
)

select
    steps.cohort::varchar as cohort,
    steps.year_after,
    coalesce(stays.stayed, 0) / steps.organisations as share,
    steps.organisations,
    steps.cohort + steps.year_after = year(getvariable('as_of')::date)
    and getvariable('as_of')::date < make_date(year(getvariable('as_of')::date), 12, 31) as is_unfinished
from steps
left join stays on steps.cohort = stays.cohort and steps.year_after = stays.year_after
order by steps.cohort, steps.year_after
