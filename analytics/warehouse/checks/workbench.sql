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
