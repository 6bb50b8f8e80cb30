-- One row per KPI and due date.
create table base.targets as from state.targets;
