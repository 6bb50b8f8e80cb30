-- What an import that is being checked notes about rows it cannot take.
create table rejections (
    source integer,
    line bigint,
    table_name varchar,
    column_name varchar,
    reason varchar,
    value varchar
);

-- What an import tells of rows that it takes; things counts what a note is about.
create table notes (
    source integer,
    line bigint,
    table_name varchar,
    column_name varchar,
    reason varchar,
    value varchar,
    things bigint
);

-- Which sheets state a sum of funding in each row: the project's or the partner's; null where that is not known.
create table stated_sums (
    source integer,
    stated_by varchar
);

-- In the place of which participations a row of a list of guests stands; see replaced_participations.sql.
create table replaced_participations (
    source integer,
    line bigint,
    participation_id varchar
);

-- What two spellings of one name share: neither case nor blanks make a difference, all else does.
create macro same_name(name) as regexp_replace(lower(nfc_normalize(name)), '\s', '', 'g');

-- A title as an example of its kind: its beginning says enough.
create macro brief(title) as if(length(title) > 80, left(title, 79) || '…', title);
