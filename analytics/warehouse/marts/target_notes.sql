-- One row per KPI, source and day on which a reason or a measure was written down.
create table base.target_notes as from state.target_notes;
