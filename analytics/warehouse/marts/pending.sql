-- Rows of the batches that the snapshot does not show, because what they refer to was taken back.
create table base.pending as
with missing as (
    select 'participations' as table_name
    from state.participations
    where event_id not in (select events.event_id from base.events as events)
    union all
    select 'cooperation_stages'
    from state.cooperation_stages
    where cooperation_id not in (select cooperations.cooperation_id from base.cooperations as cooperations)
    union all
    select 'cooperation_members'
    from state.cooperation_members
    where
        cooperation_id not in (select cooperations.cooperation_id from base.cooperations as cooperations)
        or organisation_id not in (select organisations.organisation_id from base.organisations as organisations)
    union all
    select 'consultations'
    from state.consultations
    where organisation_id not in (select organisations.organisation_id from base.organisations as organisations)
    union all
    -- Null is "not in" a table without a row: what names nothing waits for nothing.
    select 'funding'
    from state.funding
    where
        (
            cooperation_id is not null
            and cooperation_id not in (select cooperations.cooperation_id from base.cooperations as cooperations)
        )
        or (
            organisation_id is not null
            and organisation_id not in (select organisations.organisation_id from base.organisations as organisations)
        )
    union all
    select 'feedback'
    from state.feedback
    where event_id not in (select events.event_id from base.events as events)
)

select
    table_name,
    count(*) as rows_pending
from missing
group by table_name;
