-- How numbers are written: 1.234,50 € and 1,234.50, 1'234.50, 40 T€, 1e3. Whether a lone 40.000 is forty or forty
-- thousand no cell can say alone; number_form calls it open, and the column decides.

-- By how much the unit behind a number multiplies it.
create or replace macro number_unit(raw) as case
    when regexp_matches(raw, '(?i)(t ?€|teur|k ?€|keur|tsd\.?( ?(€|eur|euro))?)$') then 1e3
    when regexp_matches(raw, '(?i)(mio\.?( ?(€|eur|euro))?)$') then 1e6
    else 1
end;

-- A number's text without currency and unit; 40.000,-- says as much as 40.000,00.
create or replace macro number_bare(raw) as regexp_replace(
    regexp_replace(
        trim(regexp_replace(
            replace(raw, '−', '-'),
            '(?i)^(€|euro?)\s*|\s*(t ?€|teur|k ?€|keur|(tsd|mio)\.?( ?(€|eur|euro))?|€|euro?|h|std\.?|stunden|hours)$',
            '', 'g'
        )),
        ',[-–—]+$', ',00'
    ),
    '^([+-])\s+', '\1'
);

-- A bare text without the blanks or apostrophes that part thousands, where they do.
create or replace macro number_text(bare) as case
    when regexp_full_match(bare, '[+-]?[1-9]\d{0,2}([ ''’]\d{3})+([.,]\d+)?')
        then regexp_replace(bare, '[ ''’]', '', 'g')
    else bare
end;

-- Which sign parts the decimals: 'comma', 'dot', either one ('whole'), or the text leaves it 'open'; null where it is
-- no number.
create or replace macro number_form(text) as case
    when regexp_full_match(text, '[+-]?\d+([.,]|[eE][+-]?\d+)?') then 'whole'
    when regexp_full_match(text, '[+-]?[1-9]\d{0,2}[.,]\d{3}') then 'open'
    when
        regexp_full_match(text, '[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?|[+-]?(0|[1-9]\d*)?,\d+([eE][+-]?\d+)?')
        then 'comma'
    when regexp_full_match(text, '[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?|[+-]?(0|[1-9]\d*)?\.\d+([eE][+-]?\d+)?') then 'dot'
end;

-- The number that a text means without its unit, its form being known.
create or replace macro number_alone(text, form) as case form
    when 'whole' then try_cast(rtrim(text, '.,') as double)
    when 'comma' then try_cast(replace(replace(text, '.', ''), ',', '.') as double)
    when 'dot' then try_cast(replace(text, ',', '') as double)
end;

-- The number that a text means, its form and its unit being known.
create or replace macro number_value(text, form, unit) as case
    when unit = 1 then number_alone(text, form)
    else round(number_alone(text, form) * unit, 4)
end;
