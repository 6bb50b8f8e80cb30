-- What the rows of a flat table say of their project's funding, put together as one grant a project and programme.
-- Where a sum is a project's, all of its rows must say the same. Where it is a partner's, partners are added up, and
-- a partner must say the same in all of its rows. Where the column does not say which (stated_by is null), rows that
-- say the same state the project's sum, as K26 reads it, and different sums of different partners are shares. If most
-- rows of a project say the same and some do not, in a column that repeats sums elsewhere, nobody can tell. What
-- contradicts itself is not taken; everything that was decided here is told.
create or replace temp table stated as
select
    grants._source,
    grants._line,
    grants.funding_id,
    grants.programme,
    coalesce(grants.organisation_id, 'line ' || grants._line) as partner,
    grants.approved_eur as amount,
    sums.stated_by
from draft_funding as grants
inner join stated_sums as sums on grants._source = sums.source
where grants._merges and grants.cooperation_id is not null and grants.approved_eur is not null;

create or replace temp table judged_sums as
with by_partner as (
    select
        _source,
        funding_id,
        programme,
        partner,
        any_value(stated_by) as stated_by,
        min(_line) as line,
        min(amount) as amount,
        count(distinct amount) as amounts
    from stated
    group by _source, funding_id, programme, partner
),

by_amount as (
    select
        _source,
        funding_id,
        programme,
        amount,
        count(*) as partners
    from by_partner
    group by _source, funding_id, programme, amount
),

by_project as (
    select
        by_partner._source,
        by_partner.funding_id,
        by_partner.programme,
        any_value(by_partner.stated_by) as stated_by,
        min(by_partner.line) as line,
        count(*) as partners,
        max(by_partner.amounts) as amounts_of_a_partner,
        count(distinct by_partner.amount) as amounts,
        min(by_partner.amount) as one,
        sum(by_partner.amount) as total,
        any_value(most.partners) as most_alike
    from by_partner
    inner join (
        select
            _source,
            funding_id,
            programme,
            max(partners) as partners
        from by_amount
        group by _source, funding_id, programme
    ) as most
        on
            by_partner._source = most._source
            and by_partner.funding_id = most.funding_id
            and by_partner.programme is not distinct from most.programme
    group by by_partner._source, by_partner.funding_id, by_partner.programme
)

select
    *,
    case
        when amounts_of_a_partner > 1 then 'sums_contradict'
        when stated_by = 'project' then if(amounts > 1, 'sums_contradict', 'whole')
        when stated_by = 'partner' then 'shares'
        when partners = 1 then 'whole'
        when amounts = 1 then 'sums_once'
        when
            most_alike * 2 > partners
            and bool_or(partners > 1 and amounts = 1 and amounts_of_a_partner = 1) over (partition by _source)
            then 'sums_contradict'
        else 'sums_added'
    end as verdict,
    count(*) over (partition by _source, funding_id) > 1 as has_programmes
from by_project;

insert into notes
select
    judged._source,
    min(judged.line) as line,
    'funding' as table_name,
    'approved_eur' as column_name,
    judged.verdict as reason,
    array_to_string(
        list_slice(list_sort(list(distinct coalesce(brief(titled.title), judged.funding_id))), 1, 3), ', '
    ) as value,
    count(*) as things
from judged_sums as judged
left join (
    select
        cooperation_id,
        min(title) as title
    from draft_cooperations
    group by cooperation_id
) as titled on judged.funding_id = titled.cooperation_id
where judged.verdict in ('sums_contradict', 'sums_once', 'sums_added')
group by judged._source, judged.verdict;

create or replace temp table summed as
select
    grants.* replace (
        case when judged.has_programmes then judged.funding_id || '/' || judged.programme else grants.funding_id end
            as funding_id,
        if(judged.verdict in ('shares', 'sums_added'), judged.total, judged.one) as approved_eur,
        if(judged.verdict in ('shares', 'sums_added'), judged.total, judged.one) as requested_eur,
        null as organisation_id
    )
from draft_funding as grants
inner join judged_sums as judged
    on
        grants._source = judged._source
        and grants.funding_id = judged.funding_id
        and grants.programme is not distinct from judged.programme
where grants._merges and grants.cooperation_id is not null and judged.verdict <> 'sums_contradict';

delete from draft_funding
where _merges and cooperation_id is not null and _source in (select stated_sums.source from stated_sums);

insert into draft_funding select * from summed;
