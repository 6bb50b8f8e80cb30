-- One row per cooperation, member organisation and span of days in which it was one. Spans that overlap are one span;
-- a row without any day says only that the organisation is a member, so that rows with days replace it.
create table base.cooperation_members as
with spans as (
    select
        members.*,
        coalesce(members.joined_on, '-infinity'::date) as first_day,
        coalesce(members.left_on, 'infinity'::date) as last_day,
        members.joined_on is not null or members.left_on is not null as is_dated
    from state.cooperation_members as members
    where
        members.cooperation_id in (select cooperations.cooperation_id from base.cooperations as cooperations)
        and members.organisation_id in (
            select organisations.organisation_id from base.organisations as organisations
        )
    qualify is_dated or not bool_or(is_dated) over (partition by members.cooperation_id, members.organisation_id)
),

begun as (
    select
        *,
        coalesce(first_day > max(last_day) over (
            partition by cooperation_id, organisation_id
            order by first_day, last_day
            rows between unbounded preceding and 1 preceding
        ), true) as begins
    from spans
),

numbered as (
    select
        *,
        count(*) filter (where begins) over (
            partition by cooperation_id, organisation_id
            order by first_day, last_day
            rows between unbounded preceding and current row
        ) as place
    from begun
)

select
    cooperation_id,
    organisation_id,
    first(role order by first_day, last_day) filter (where role is not null) as role,
    nullif(min(first_day), '-infinity'::date) as joined_on,
    nullif(max(last_day), 'infinity'::date) as left_on
from numbered
group by cooperation_id, organisation_id, place;
