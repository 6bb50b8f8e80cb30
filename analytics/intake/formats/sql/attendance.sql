-- A row of a list of guests: the event, the guest's organisation, and whether somebody came. Where the list gives no
-- identity, the event's title and day, and the organisation's name, give one, unless it is known already.
-- Who was let in came, whatever another list says. Where anybody of an event was let in, those who were not did not
-- come; cancelled is cancelled.
with events_known as materialized (
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

participations_known as materialized (
    select
        participation_id,
        status,
        true as is_new
    from draft_participations
    union all
    select
        participation_id,
        status,
        false as is_new
    from state_participations
),

-- Days are read step by step: the macros that read them are long.
parted as materialized (
    select
        *,
        date_parts(starts_on) as start_parts,
        date_parts(date) as date_parts,
        regexp_extract(registered_on, '^(\d{1,2})/(\d{1,2})/(?:20)?(\d\d)\b', ['first', 'second', 'year']) as slashed
    from source
),

read as materialized (
    select
        * exclude (start_parts, date_parts),
        day_of_parts(start_parts, true) as start_day,
        day_of_parts(date_parts, true) as date_day
    from parted
),

-- Of a series, the date has a name of its own where others have a day, and all dates share one identity. Of days with
-- slashes and short years (11/29/24) the column tells which number is the month, or they stay empty.
dated as materialized (
    select
        * replace (
            case
                when registered_on is null or slashed['year'] = '' then registered_on
                when
                    max(try_cast(slashed['second'] as integer)) over () > 12
                    and max(try_cast(slashed['first'] as integer)) over () <= 12
                    then format('20{}-{:0>2}-{:0>2}', slashed['year'], slashed['first'], slashed['second'])
                when
                    max(try_cast(slashed['first'] as integer)) over () > 12
                    and max(try_cast(slashed['second'] as integer)) over () <= 12
                    then format('20{}-{:0>2}-{:0>2}', slashed['year'], slashed['second'], slashed['first'])
            end as registered_on
        ),
        coalesce(start_day, date_day) as day,
        coalesce(case when is_series = 'true' and date_day is null then date end, event_title) as title,
        case when is_series = 'true' and day is not null then event_id || '-' || day else event_id end as own_id,
        coalesce(company, other_company, invoice_company) as organisation
    from read
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
            same_name(dated.title) = same_name(events_known.title)
            and (dated.day is null or dated.day = events_known.starts_on)
    group by dated._line
),

found as (
    select
        dated.* replace (
            coalesce(
                case when dated.own_id in (select known.event_id from events_known as known) then dated.own_id end,
                case when called.events = 1 then called.event_id end,
                case
                    when dated.title is not null and dated.day is not null
                        then coalesce(dated.own_id, id_from('event-', dated.title || ' ' || dated.day::varchar))
                end
            ) as event_id
        ),
        concat_ws(' ', dated.own_id, dated.title, dated.day) as event_said
    from dated
    left join called on dated._line = called._line
),

-- The event that somebody named stands for the one that the list leaves open, not for several.
placed as materialized (
    select
        found.* replace (
            coalesce(
                found.event_id,
                case
                    when
                        min(found.event_said) filter (where found.event_id is null) over ()
                        = max(found.event_said) filter (where found.event_id is null) over ()
                        then found.asked_event
                end
            ) as event_id
        ),
        known_or_made(names.organisations, names.organisation_id, found.organisation) as organisation_id,
        coalesce(names.organisations > 1, false) as is_ambiguous,
        coalesce(names_nobody(found.organisation), false) as names_none,
        case
            when found.persons = '0' or says_no(regexp_extract(plain_name(found.coming), '^[a-z]+')) then 'cancelled'
            else guest_status(found.status)
        end as said
    from found
    left join organisation_names as names on same_name(found.organisation) = names.name_key
),

ordered as (
    select
        *,
        case
            when order_code is not null
                then event_id || '/' || person_key(concat_ws(' ', 'order', event_id, survey, order_code))
        end as order_id,
        checked_in is not null and not says_no(checked_in) as came,
        coalesce(plain_name(is_test) in ('1', 'yes', 'ja', 'true', 'wahr', 'x'), false) as is_trial,
        has_submitted = 'true' and submitted is null as is_given_up,
        row_number() over (partition by event_id, organisation_id order by _line) as nth
    from placed
),

-- The guests of an order are told apart by the list's own numbers, else by their names, which are the same in every
-- list whatever it leaves out; who has no name, or the same one, by a number among those who did not cancel.
numbered as materialized (
    select
        *,
        case
            when order_id is null
                then 'list-' || left(md5(concat_ws(' ', event_id, organisation_id, nth)), 12)
            when lists = 'orders' then order_id
            else order_id || '/' || left(person_key('guest ' || coalesce(ticket_number, concat_ws(
                ' ', guest, row_number() over (
                    partition by order_id, guest
                    order by coalesce(said = 'cancelled', false), _line
                )
            ))), 9)
        end as participation_id
    from ordered
),

-- Of an order whose guests are known one by one, the list of orders says nothing more; a list of guests takes the place
-- of what was known of the order as a whole, and one of all its guests that of those who are on it no more.
orders_known as (
    select
        numbered.order_id,
        count(distinct known.participation_id) filter (where known.participation_id <> numbered.order_id) as guests,
        list(distinct known.participation_id) filter (
            where
            known.status <> 'attended'
            and (known.participation_id = numbered.order_id or numbered.lists = 'positions')
        ) as replaced
    from (select distinct order_id, lists from numbered where order_id is not null) as numbered
    inner join participations_known as known
        on known.participation_id = numbered.order_id or starts_with(known.participation_id, numbered.order_id || '/')
    where
        known.participation_id = numbered.order_id
        or known.participation_id not in (select listed.participation_id from numbered as listed)
    group by numbered.order_id
),

judged as (
    select
        numbered.*,
        case
            when numbered.said = 'cancelled' then 'cancelled'
            when numbered.came then 'attended'
            when known.has_come and coalesce(numbered.said, 'registered') = 'registered' then 'attended'
            when bool_or(numbered.came) over (partition by numbered.event_id) then 'no_show'
            when known.has_missed and numbered.said = 'registered' then 'no_show'
            else coalesce(numbered.said, numbered.status, 'registered')
        end as participation,
        numbered.event_id in (select events_known.event_id from events_known) as is_on_record,
        numbered.is_trial or numbered.add_on is not null or numbered.is_given_up as is_nobody,
        numbered.lists = 'orders' and coalesce(orders_known.guests, 0) > 0 as is_known_by_guests,
        case
            when numbered.is_trial then 'test_guest'
            when numbered.add_on is not null then 'add_on'
            when numbered.is_given_up then 'given_up'
            when numbered.lists = 'orders' and orders_known.guests > 0 then 'known_by_guests'
            when numbered.names_none then 'names_nobody'
            when numbered.is_ambiguous then 'ambiguous_name'
            when numbered.organisation is null then 'without_organisation'
        end as remark,
        kind_of(
            null, state_organisations.kind, state_organisations.kind_basis, guessed_kind(numbered.organisation)
        ) as kind_known,
        case
            when numbered.lists = 'orders' then null
            when row_number() over (partition by numbered.order_id order by numbered._line) = 1
                then list_concat(orders_known.replaced, known.in_this_import)
            else known.in_this_import
        end as replaced
    from numbered
    left join state_organisations on numbered.organisation_id = state_organisations.organisation_id
    left join orders_known on numbered.order_id = orders_known.order_id
    left join (
        select
            participation_id,
            bool_or(status = 'attended') as has_come,
            bool_or(status = 'no_show') as has_missed,
            list(distinct participation_id) filter (where is_new) as in_this_import
        from participations_known
        group by participation_id
    ) as known on numbered.participation_id = known.participation_id
)

select
    _line,
    case when title is not null and event_id is not null and not is_nobody and not is_on_record then {
        'event_id': event_id,
        'title': title,
        'starts_on': coalesce(day::varchar, starts_on),
        'ends_on': ends_on,
        'format': 'other',
        'status': case when day <= current_date then 'held' else 'planned' end
    } end as events,
    case when organisation is not null and not names_none and not is_ambiguous and not is_nobody then {
        'organisation_id': organisation_id,
        'name': organisation,
        'kind': kind_known['kind'],
        'kind_basis': kind_known['basis']
    } end as organisations,
    case when event_id is not null and not is_nobody and not is_known_by_guests then {
        'participation_id': participation_id,
        'event_id': event_id,
        'organisation_id': case when not names_none and not is_ambiguous then organisation_id end,
        'person_id': person_key('contact ' || contact),
        'persons': nullif(persons, '0'),
        'status': participation,
        'registered_on': registered_on
    } end as participations,
    case when order_id is not null and not is_nobody then replaced end as replaced_participations,
    case when event_id is null and not is_nobody then {
        'table_name': 'participations',
        'column_name': 'event_id',
        'reason': 'which_event',
        'value': coalesce(title, own_id)
    } end as rejected,
    case when remark is not null then {
        'table_name': if(remark in ('names_nobody', 'ambiguous_name'), 'organisations', 'participations'),
        'column_name': case
            when remark in ('names_nobody', 'ambiguous_name') then 'name'
            when remark = 'without_organisation' then 'organisation_id'
            else 'status'
        end,
        'reason': remark,
        'value': case when remark in ('names_nobody', 'ambiguous_name') then organisation end
    } end as noted
from judged
