-- Cooperations with more members than people that work together: rows whose title is a programme's, mostly. Nobody has
-- agreed to them before, and the rows that name them are asked about. What a foreign format said of members is left
-- away, and with it the cooperation where nothing else hangs on it; its funding is the organisations' own. A list of
-- members loses these rows.
create or replace temp table large_cooperations as
with members as (
    select
        cooperation_id,
        organisation_id
    from draft_cooperation_members
    union
    select
        cooperation_id,
        organisation_id
    from state_cooperation_members
),

counted as (
    select
        cooperation_id,
        count(*) as members
    from members
    where cooperation_id is not null
    group by cooperation_id
),

agreed as (
    select cooperation_id
    from state_cooperation_members
    group by cooperation_id
    having count(distinct organisation_id) > getvariable('most_members')
)

select
    counted.cooperation_id,
    counted.members,
    coalesce(
        (
            select min(titled.title)
            from draft_cooperations as titled
            where titled.cooperation_id = counted.cooperation_id
        ),
        (
            select min(titled.title)
            from state_cooperations as titled
            where titled.cooperation_id = counted.cooperation_id
        ),
        counted.cooperation_id
    ) as title
from counted
where
    counted.members > getvariable('most_members')
    and counted.cooperation_id in (select draft.cooperation_id from draft_cooperation_members as draft)
    and counted.cooperation_id not in (select agreed.cooperation_id from agreed);

insert into notes
select
    members._source,
    min(members._line) as line,
    'cooperations' as table_name,
    'title' as column_name,
    'large_cooperation' as reason,
    any_value(brief(large.title)) as value,
    any_value(large.members) as things
from draft_cooperation_members as members
inner join large_cooperations as large on members.cooperation_id = large.cooperation_id
where members._merges
group by members._source, members.cooperation_id;

insert into rejections
select
    members._source,
    members._line,
    'cooperation_members' as table_name,
    'cooperation_id' as column_name,
    'large_cooperation' as reason,
    brief(large.title) || ' (' || large.members || ')' as value
from draft_cooperation_members as members
inner join large_cooperations as large on members.cooperation_id = large.cooperation_id
where not members._merges;

delete from draft_cooperation_members
where cooperation_id in (select large.cooperation_id from large_cooperations as large);

create or replace temp table grants_of_members as
select
    grants.* replace (
        'fund-' || left(md5(concat_ws(
            '|',
            grants.cooperation_id,
            grants.organisation_id,
            grants.programme,
            grants.approved_eur,
            grants.decided_on,
            row_number() over (
                partition by
                    grants.cooperation_id,
                    grants.organisation_id,
                    grants.programme,
                    grants.approved_eur,
                    grants.decided_on
                order by grants._source, grants._line
            )
        )), 16) as funding_id,
        null as cooperation_id
    )
from draft_funding as grants
where
    grants._merges
    and grants.organisation_id is not null
    and grants.cooperation_id in (select large.cooperation_id from large_cooperations as large);

delete from draft_funding
where
    _merges
    and organisation_id is not null
    and cooperation_id in (select large.cooperation_id from large_cooperations as large);

insert into draft_funding select * from grants_of_members;

create or replace temp table left_away as
select large.cooperation_id
from large_cooperations as large
where
    large.cooperation_id not in (
        select grants.cooperation_id
        from draft_funding as grants
        where grants.cooperation_id is not null
    )
    and large.cooperation_id not in (
        select stages.cooperation_id
        from draft_cooperation_stages as stages
        where not stages._merges and stages.cooperation_id is not null
    )
    and large.cooperation_id not in (
        select held.cooperation_id
        from state_cooperations as held
    );

delete from draft_cooperation_stages
where _merges and cooperation_id in (select away.cooperation_id from left_away as away);

delete from draft_cooperations
where _merges and cooperation_id in (select away.cooperation_id from left_away as away);
