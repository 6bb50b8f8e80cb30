-- An answer that assesses an event: its event by the title that the answer names, else the one that somebody named. Its
-- number within the survey makes it the same answer when the survey is exported again.
with called as (
    select
        source._line,
        min(events.event_id) as event_id,
        count(distinct events.event_id) as events
    from source
    inner join (
        select
            event_id,
            title
        from draft_events
        union
        select
            event_id,
            title
        from state_events
    ) as events on same_name(source.event_title) = same_name(events.title)
    group by source._line
),

placed as (
    select
        source.*,
        case when called.events = 1 then called.event_id when source.event_title is null then source.asked_event end
            as event_id,
        source.has_submitted = 'true' and source.submitted is null as is_given_up
    from source
    left join called on source._line = called._line
)

select
    _line,
    case when event_id is not null and not is_given_up then {
        'feedback_id': person_key(concat_ws(' ', 'answer', event_id, survey, order_code)),
        'event_id': event_id,
        'satisfaction': satisfaction,
        'would_recommend': would_recommend,
        'new_contacts': new_contacts
    } end as feedback,
    case when event_id is null and not is_given_up then {
        'table_name': 'feedback',
        'column_name': 'event_id',
        'reason': 'which_event',
        'value': event_title
    } end as rejected,
    case when is_given_up then {
        'table_name': 'feedback',
        'column_name': 'satisfaction',
        'reason': 'given_up',
        'value': null::varchar
    } end as noted
from placed
