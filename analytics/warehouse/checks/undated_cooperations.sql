-- Cooperations of this import that have no dated stage, neither in it nor in the store: they count nowhere yet.
insert into notes
select
    _source,
    min(_line) as line,
    'cooperation_stages' as table_name,
    'since' as column_name,
    'undated_cooperations' as reason,
    array_to_string(list_slice(list_sort(list(brief(title))), 1, 3), ', ') as value,
    count(*) as things
from draft_cooperations
where
    cooperation_id not in (
        select stages.cooperation_id
        from draft_cooperation_stages as stages
        where stages.cooperation_id is not null
    )
    and cooperation_id not in (select held.cooperation_id from state_cooperation_stages as held)
group by _source;
