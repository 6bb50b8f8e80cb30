-- How days are written: 2026-06-18, 18.06.2026 18:00 Uhr, Do, 18.06.26, 18. Juni 2026, 2026-06-17T22:00:00Z. A time
-- with a zone is the day that it is in Germany then.

-- A text in its parts: the day, the time of day, and how far its zone is from Greenwich; empty where there is none.
-- Behind a time without seconds a minus begins its end (18:00-22:00), elsewhere a zone.
create or replace macro date_parts(raw) as regexp_extract(
    lower(raw),
    '^(?:(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]{0,2} (?:den )?)?'
    || '(\d{4}-\d\d-\d\d|\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d\d)|\d{1,2}[-/]\d{1,2}[-/]\d{4}'
    || '|\d{1,2}\.? ?[a-zä]{3,9}\.? \d{4}|[a-z]{3,9}\.? \d{1,2}, ?\d{4})'
    || '(?:(?:t([0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d(?:[.,]\d+)?)?)|,? ([0-2]?\d[:.][0-5]\d[:.][0-5]\d(?:[.,]\d+)?))'
    || '(?: ?(z|utc|gmt|[+-]\d\d(?::?\d\d)?))?(?: ?uhr)?'
    || '|,? (?:um |ab )?([0-2]?\d[:.][0-5]\d)(?: ?(z|utc|gmt|\+\d\d(?::?\d\d)?))?'
    || '(?: ?[-–] ?[0-2]?\d[:.][0-5]\d)?(?: ?uhr)?'
    || ')?(?:\[.*\])?$',
    ['day', 'clock_of_t', 'clock', 'zone', 'clock_of_minutes', 'zone_of_minutes']
);

-- The number of a month, by its German or English name.
create or replace macro month_number(name) as list_position(
    ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez'],
    case left(name, 3)
        when 'mar' then 'mär'
        when 'mrz' then 'mär'
        when 'mae' then 'mär'
        when 'may' then 'mai'
        when 'oct' then 'okt'
        when 'dec' then 'dez'
        else left(name, 3)
    end
);

-- The day that a date's text means; where only signs part three numbers, the day stands first if day_first says so.
create or replace macro day_written(text, day_first) as case
    when regexp_full_match(text, '\d{4}-\d\d-\d\d') then try_cast(text as date)
    when regexp_full_match(text, '\d{1,2}\. ?\d{1,2}\. ?\d{4}')
        then try_strptime(replace(text, ' ', ''), '%d.%m.%Y')::date
    when regexp_full_match(text, '\d{1,2}\. ?\d{1,2}\. ?\d\d')
        then try_strptime(replace(text, ' ', ''), '%d.%m.%y')::date
    when regexp_full_match(text, '\d{1,2}[-/]\d{1,2}[-/]\d{4}')
        then case when day_first then try_strptime(replace(text, '/', '-'), '%d-%m-%Y')::date end
    when regexp_matches(text, '[a-zä]') then try_cast(
        regexp_extract(text, '\d{4}$')
        || '-' || month_number(regexp_extract(text, '[a-zä]+'))
        || '-' || regexp_extract(text, '\d{1,2}') as date
    )
end;

-- How many minutes a zone is ahead of Greenwich.
create or replace macro zone_minutes(zone) as case
    when zone in ('z', 'utc', 'gmt') then 0
    else
        (case when left(zone, 1) = '-' then -1 else 1 end)
        * (zone[2:3]::integer * 60 + coalesce(try_cast(right(replace(zone, ':', '')[4:], 2) as integer), 0))
end;

-- The day in Germany at a time that was written with its zone; the day as written where there is none.
create or replace macro day_in_germany(day, clock, zone) as case
    when day is null or zone = '' then day
    else timezone(
        'Europe/Berlin',
        timezone('UTC', day + try_cast(replace(clock, ',', '.') as time) - to_minutes(zone_minutes(zone)))
    )::date
end;

-- The day of a date's parts. Spreadsheets and databases hold a time of day as one of the last days of 1899: that is no
-- date.
create or replace macro day_of_parts(parts, day_first) as nullif(nullif(
    day_in_germany(
        day_written(parts['day'], day_first),
        parts['clock_of_t'] || parts['clock'] || parts['clock_of_minutes'],
        parts['zone'] || parts['zone_of_minutes']
    ),
    date '1899-12-30'
), date '1899-12-31');

-- Whether a cell says a time of day only.
create or replace macro is_time_of_day(raw) as regexp_full_match(
    lower(raw),
    '(1899-12-3[01] )?(ab |um )?([01]?\d|2[0-4])([:.][0-5]\d){1,2}( ?[-–] ?\d{1,2}[:.]\d\d)?( ?uhr)?|\d{1,2} uhr'
);
