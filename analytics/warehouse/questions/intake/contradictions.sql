-- One row per rule and table with things that break the rule on the day of the variable today: how many, and the first
-- few of them with what they say. See analytics/warehouse/contradiction_rules.py.
with standing as (
    select
        rule,
        table_name,
        thing,
        min(said) as said
    from contradictions
    where
        coalesce(stands_from <= getvariable('today')::date, true)
        and coalesce(stands_until >= getvariable('today')::date, true)
    group by rule, table_name, thing
)

select
    rule,
    table_name,
    count(*) as things,
    array_to_string(list_slice(list(thing || ' (' || said || ')' order by thing), 1, 5), '; ') as examples
from standing
group by rule, table_name
order by rule, table_name
