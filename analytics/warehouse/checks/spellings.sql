-- How postcodes, districts and sizes are written, beside the form in which the model keeps them.

-- D-33602 and 33 602 are 33602; lost leading zeros come back. All else stays as it is: it may be a foreign one.
create or replace macro postcode_of(raw) as case
    when regexp_full_match(raw, '(?i)(de?[ –-]*)?\d{2} ?\d{3}') then right(regexp_replace(raw, '\D', '', 'g'), 5)
    when regexp_full_match(raw, '(?i)de?[ –-]*\d{4}|\d{1,5}(\.0)?')
        then lpad(regexp_replace(raw, '\.0$|\D', '', 'g'), 5, '0')
    else raw
end;

-- The digits of an official key: of a district, of a municipality in it (8) or of one with its association (12), each
-- perhaps without its leading zero; null where the text is no such key.
create or replace macro district_digits(raw) as case length(regexp_extract(raw, '^\d+$'))
    when 4 then '0' || raw
    when 5 then raw
    when 7 then left('0' || raw, 5)
    when 8 then left(raw, 5)
    when 11 then left('0' || raw, 5)
    when 12 then left(raw, 5)
end;

-- Whether a key is that of a whole state or Regierungsbezirk, which tells no district: 05, 057, 05700, 05000000.
create or replace macro is_above_districts(raw) as
regexp_full_match(raw, '\d{1,3}') or coalesce(district_digits(raw) like '%00', false);

-- The district of a key; null where it is above all districts, the text itself where it is no key.
create or replace macro district_of_key(raw) as case
    when not is_above_districts(raw) then coalesce(district_digits(raw), raw)
end;

-- The class of so many employees: the European Commission's recommendation 2003/361/EC, by headcount alone.
create or replace macro size_class(employees) as case
    when employees < 10 then 'micro'
    when employees < 50 then 'small'
    when employees < 250 then 'medium'
    when employees >= 250 then 'large'
end;

-- A text about a headcount without the words around its numbers.
create or replace macro headcount_text(raw) as regexp_replace(
    regexp_replace(
        lower(raw), 'mitarbeite(r(innen)?|nde)|beschäftigte|personen|employees|ma\b|ca\.|rund|etwa|~|\s', '', 'g'
    ),
    '(\d)[.,](\d{3})\b', '\1\2', 'g'
);

-- The size that a headcount means: 120, 50-249, > 250, bis 49, < 10; null where it lies in several classes.
create or replace macro size_of_headcount(raw) as (
    select
        case
            when regexp_full_match(text, '\d{1,7}') then size_class(first_number)
            when
                regexp_full_match(text, '\d{1,7}(-|–|bis|to)\d{1,7}')
                and size_class(first_number) = size_class(last_number)
                then size_class(first_number)
            when regexp_full_match(text, '(>|über|mehrals|morethan|over)\d{1,7}') and first_number >= 249 then 'large'
            when
                regexp_full_match(text, '(>=|≥|ab|atleast)\d{1,7}|\d{1,7}(\+|undmehr|andmore)') and first_number >= 250
                then 'large'
            when regexp_full_match(text, '(<|unter|lessthan|under)(10|50|250)') then size_class(first_number - 1)
            when regexp_full_match(text, '(<=|≤|bis|upto)(9|49|249)') then size_class(first_number)
        end
    from (
        select
            text,
            try_cast(regexp_extract(text, '\d+') as bigint) as first_number,
            try_cast(regexp_extract(text, '\d+$') as bigint) as last_number
        from (select headcount_text(raw) as text) as plain
    ) as counted
);
