-- A row of a list of guests: the event, the guest's organisation, and whether somebody came. Where the list gives no
-- identity, the event's title and day, and the organisation's name, give one, unless it is known already.
-- Who was let in came. Where anybody of an event was let in, those who were not did not come; cancelled is cancelled.
with events_known as (
    select
        event_id,
        title,
        starts_on
    from draft_events
    union
    select
        event_id,
        title,
        starts_on
    from state_events
),

dated as (
    select
        source.*,
        day_of_parts(date_parts(source.starts_on), true) as day,
        coalesce(source.company, source.invoice_company) as organisation
    from source
),

-- An event by its title, and its day where the list has one; only one that is the only one.
called as (
    select
        dated._line,
        min(events_known.event_id) as event_id,
        count(distinct events_known.event_id) as events
    from dated
    inner join events_known
        on
            same_name(dated.event_title) = same_name(events_known.title)
            and (dated.day is null or dated.day = events_known.starts_on)
    group by dated._line
),

placed as (
    select
        dated.* replace (
            coalesce(
                dated.event_id,
                case when called.events = 1 then called.event_id end,
                case
                    when dated.day is not null then id_from('event-', dated.event_title || ' ' || dated.day::varchar)
                end
            ) as event_id
        ),
        known_or_made(names.organisations, names.organisation_id, dated.organisation) as organisation_id,
        coalesce(names.organisations > 1, false) as is_ambiguous,
        coalesce(names_nobody(dated.organisation), false) as names_none
    from dated
    left join called on dated._line = called._line
    left join organisation_names as names on same_name(dated.organisation) = names.name_key
),

let_in as (
    select
        *,
        checked_in is not null and not says_no(checked_in) as came,
        guest_status(status) as said,
        coalesce(plain_name(is_test) in ('1', 'yes', 'ja', 'true', 'wahr', 'x'), false) as is_trial,
        row_number() over (partition by event_id, organisation_id order by _line) as nth,
        coalesce(position, row_number() over (partition by event_id, order_code order by _line)::varchar) as place
    from placed
),

judged as (
    select
        *,
        case
            when said = 'cancelled' then 'cancelled'
            when came then 'attended'
            when bool_or(came) over (partition by event_id) then 'no_show'
            else coalesce(said, status, 'registered')
        end as participation,
        event_id in (select events_known.event_id from events_known) as is_on_record,
        case
            when is_trial then 'test_guest'
            when names_none then 'names_nobody'
            when is_ambiguous then 'ambiguous_name'
        end as remark,
        kind_of(null, state_organisations.kind, state_organisations.kind_basis, guessed_kind(organisation)) as known
    from let_in
    left join state_organisations using (organisation_id)
)

select
    _line,
    case when event_title is not null and event_id is not null and not is_trial and not is_on_record then {
        'event_id': event_id,
        'title': event_title,
        'starts_on': coalesce(day::varchar, starts_on),
        'ends_on': ends_on,
        'format': 'other',
        'status': case when day <= current_date then 'held' else 'planned' end
    } end as events,
    case when organisation is not null and not names_none and not is_ambiguous and not is_trial then {
        'organisation_id': organisation_id,
        'name': organisation,
        'kind': known['kind'],
        'kind_basis': known['basis']
    } end as organisations,
    case when event_id is not null and not is_trial then {
        'participation_id': case
            when order_code is null then 'list-' || left(md5(concat_ws(' ', event_id, organisation_id, nth)), 12)
        end,
        'event_id': event_id,
        'organisation_id': case when not names_none and not is_ambiguous then organisation_id end,
        'person_id': 'guest ' || order_code || ' ' || place,
        'persons': persons,
        'status': participation,
        'registered_on': registered_on
    } end as participations,
    case when event_id is null and not is_trial then {
        'table_name': 'participations',
        'column_name': 'event_id',
        'reason': 'which_event',
        'value': event_title
    } end as rejected,
    case when remark is not null then {
        'table_name': if(is_trial, 'participations', 'organisations'),
        'column_name': if(is_trial, 'status', 'name'),
        'reason': remark,
        'value': case when not is_trial then organisation end
    } end as noted
from judged
