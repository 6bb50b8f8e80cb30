-- One row: the day on which the snapshot was built. What is still to come, and which years are unusual, goes by it.
create table base.built as
select getvariable('today')::date as built_on;
