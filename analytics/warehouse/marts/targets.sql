-- One row per milestone: KPI, source and due date.
create table base.targets as from state.targets;
