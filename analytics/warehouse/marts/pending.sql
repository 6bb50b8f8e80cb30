-- Rows of the batches that the snapshot does not show, because what they refer to was taken back.
create table base.pending as
with counted as (
    select
        'participations' as table_name,
        (select count(*) from state.participations) as given,
        (select count(*) from base.participations) as shown
    union all
    select
        'cooperation_stages',
        (select count(*) from state.cooperation_stages),
        (select count(*) from base.cooperation_stages)
    union all
    select
        'cooperation_members',
        (select count(*) from state.cooperation_members),
        (select count(*) from base.cooperation_members)
    union all
    select
        'consultations',
        (select count(*) from state.consultations),
        (select count(*) from base.consultations)
    union all
    select
        'funding',
        (select count(*) from state.funding),
        (select count(*) from base.funding)
    union all
    select
        'feedback',
        (select count(*) from state.feedback),
        (select count(*) from base.feedback)
)

select
    table_name,
    given - shown as rows_pending
from counted
where given > shown;
