-- How many organisations a cell names: by the cell, by the names that are known and by the column's other cells.

-- What stands at a name's end as its legal form.
create or replace macro legal_form() as '(gmbh|mbh|ggmbh|ag|gag|kg|kgaa|ohg|gbr|ug|se|e v|ev|e g|eg|e k|ek|ltd|limited'
|| '|inc|llc|corp|plc|sa|s a|sas|sarl|s a r l|srl|s r l|spa|s p a|bv|b v|nv|n v|vzw|asbl|ab|as|a s|aps|oy|oyj|kft|zrt'
|| '|doo|d o o|sro|s r o|sl|s l|lda)';

-- A name with its own legal form, and a legal form without a name.
create or replace macro is_whole_name(name) as regexp_matches(plain_name(name), '. ' || legal_form() || '$');
create or replace macro is_form_only(name) as regexp_full_match(plain_name(name), '(und |and )?' || legal_form());

-- The texts between the separators, without blanks around them; empty ones are none.
create or replace macro parts_of(cell, separators) as list_filter(
    list_transform(regexp_split_to_array(cell, separators), lambda part: trim(part)), lambda part: part <> ''
);

-- The part of a cell that belongs to the nth of several partners, where the cell has one for each.
create or replace macro part_for(cell, nth, partners) as case
    when partners = 1 then cell
    when len(parts_of(cell, '[;|\n]')) = partners then parts_of(cell, '[;|\n]')[nth]
end;

-- One row per text of the column of partners: the names in it; null where it stays open how many there are.
-- Semicolons and bars part names; lines part them where each is a whole name or a known one; commas and slashes where
-- all parts are known. Parts that look like names of their own, but are not known, leave it open.
create or replace temp table partners_in_cells as
with cells as (
    select distinct organisation_name as cell
    from source
    where organisation_name is not null
),

known as (
    select name_key from organisation_names
    union
    select same_name(cell) as name_key
    from cells
    where not regexp_matches(cell, '[;|\n,/]')
),

split as (
    select
        cell,
        separators,
        unnest(parts_of(cell, separators)) as part,
        generate_subscripts(parts_of(cell, separators), 1) as position
    from cells
    cross join (select unnest(['[;|\n]', '[,/]', '[&+]|\b(?:und|and)\b']) as separators) as ways
    where regexp_matches(cell, separators)
),

parted as (
    select
        split.cell,
        split.separators,
        list(split.part order by split.position) as parts,
        count(*) as count_of_parts,
        count(known.name_key) as known_parts,
        count(*) filter (where known.name_key is not null or is_whole_name(split.part)) as whole_parts,
        count(*) filter (where is_whole_name(split.part)) as parts_with_form,
        count(*) filter (where is_form_only(split.part)) as bare_forms
    from split
    left join known on same_name(split.part) = known.name_key
    group by split.cell, split.separators
),

judged as (
    select
        cells.cell,
        case
            when names.name_key is not null then [cells.cell]
            when listed.bare_forms > 0
                then case when not regexp_matches(cells.cell, '[;|]') then [replace(cells.cell, chr(10), ' ')] end
            when regexp_matches(cells.cell, '[;|]') then listed.parts
            when listed.count_of_parts > 1
                then case when listed.whole_parts = listed.count_of_parts then listed.parts end
            when loose.count_of_parts > 1 and loose.known_parts = loose.count_of_parts then loose.parts
            when loose.parts_with_form > 1 then null
            when joined.count_of_parts > 1 and joined.known_parts = joined.count_of_parts then null
            else [cells.cell]
        end as partners
    from cells
    left join organisation_names as names on same_name(cells.cell) = names.name_key
    left join parted as listed on cells.cell = listed.cell and listed.separators = '[;|\n]'
    left join parted as loose on cells.cell = loose.cell and loose.separators = '[,/]'
    left join parted as joined on cells.cell = joined.cell and joined.separators like '[&+]%'
)

select
    cell,
    partners
from judged;
