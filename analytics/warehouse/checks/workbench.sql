-- What an import that is being checked notes about rows it cannot take.
create table rejections (
    source integer,
    line bigint,
    table_name varchar,
    column_name varchar,
    reason varchar,
    value varchar
);
