-- One row per period: research organisations and enterprises that worked on a joint research project in it, each once.
-- Two work together on the days on which both are members of a research cooperation from stage 4 (joint project) to its
-- end.
-- disclosure: totals
with partners as (
    select
        members.cooperation_id,
        members.organisation_id,
        members.member_kind,
        greatest(cooperations.joint_on, members.joined_on) as since,
        least(cooperations.ended_on, members.left_on) as until
    from cooperations
    inner join cooperation_members as members on cooperations.cooperation_id = members.cooperation_id
    where cooperations.kind = 'research' and cooperations.joint_on is not null
),

pairs as (
    select
        science.organisation_id as science_id,
        case when other.member_kind in ('company', 'startup') then other.organisation_id end as enterprise_id,
        greatest(science.since, other.since) as since,
        coalesce(least(science.until, other.until), 'infinity'::date) as until
    from partners as science
    inner join partners as other
        on science.cooperation_id = other.cooperation_id and science.organisation_id <> other.organisation_id
    where science.member_kind = 'science'
)

select
    periods.period,
    count(distinct pairs.science_id) as research_organisations,
    count(distinct pairs.enterprise_id) as enterprises_with_research
from periods
left join pairs
    on pairs.since <= pairs.until and pairs.since <= periods.counted_until and pairs.until >= periods.starts_on
group by periods.period, periods.starts_on, periods.ends_on
order by periods.starts_on, periods.ends_on
