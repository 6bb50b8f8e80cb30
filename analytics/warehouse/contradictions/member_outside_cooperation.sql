-- A member that left before its cooperation began, or joined after it had ended.
with begun as (
    select
        cooperation_id,
        min(since) as begun_on
    from state.cooperation_stages
    group by cooperation_id
)

select
    'cooperation_members' as table_name,
    members.cooperation_id || '/' || members.organisation_id as thing,
    min(case
        when members.left_on < begun.begun_on then members.left_on || ' < ' || begun.begun_on
        else cooperations.ended_on || ' < ' || members.joined_on
    end) as said,
    null::date as stands_from,
    null::date as stands_until
from state.cooperation_members as members
inner join state.cooperations as cooperations on members.cooperation_id = cooperations.cooperation_id
left join begun on members.cooperation_id = begun.cooperation_id
where members.left_on < begun.begun_on or cooperations.ended_on < members.joined_on
group by members.cooperation_id, members.organisation_id
