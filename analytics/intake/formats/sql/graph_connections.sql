-- A connection of a drawn network: a cooperation of the two that it joins, known by their identity or their name. Who
-- is on no sheet of elements is made by its name. The same two in either order are one cooperation.
with ended as (
    select
        source.*,
        unnest([source.source, source.target]) as partner,
        generate_subscripts([source.source, source.target], 1) as nth
    from source
),

held as (
    select
        organisation_id,
        name
    from draft_organisations
    union
    select
        organisation_id,
        name
    from state_organisations
),

identified as (
    select
        ended.*,
        coalesce(
            held.organisation_id, known_or_made(names.organisations, names.organisation_id, ended.partner)
        ) as organisation_id,
        coalesce(held.name, ended.partner) as name,
        held.organisation_id is not null or names.organisations is not null as is_on_record,
        coalesce(names.organisations > 1 and held.organisation_id is null, false) as is_ambiguous,
        coalesce(names_nobody(ended.partner), false) as names_none
    from ended
    left join held on ended.partner = held.organisation_id
    left join organisation_names as names on same_name(ended.partner) = names.name_key
),

joined as (
    select
        *,
        'coop-' || left(md5(array_to_string(list_sort(list(organisation_id) over (partition by _line)), ' ')), 12)
            as cooperation_id,
        array_to_string(list_sort(list(name) over (partition by _line)), ' – ') as title,
        bool_or(is_ambiguous or names_none) over (partition by _line) as is_unclear
    from identified
)

select
    _line,
    case when not is_unclear and not is_on_record then {
        'organisation_id': organisation_id,
        'name': name,
        'kind': coalesce(guessed_kind(name), 'unknown'),
        'kind_basis': case when guessed_kind(name) is not null then 'estimated' end
    } end as organisations,
    case when not is_unclear and nth = 1 then {
        'cooperation_id': cooperation_id,
        'title': title,
        'kind': 'other',
        'origin': 'unknown',
        'ended_on': ends_on
    } end as cooperations,
    case when not is_unclear and nth = 1 and starts_on is not null then {
        'cooperation_id': cooperation_id, 'stage': '3', 'since': starts_on
    } end as cooperation_stages,
    case when not is_unclear then {
        'cooperation_id': cooperation_id, 'organisation_id': organisation_id
    } end as cooperation_members,
    case when is_ambiguous or names_none then {
        'table_name': 'organisations',
        'column_name': 'name',
        'reason': if(names_none, 'names_nobody', 'ambiguous_name'),
        'value': partner
    } end as rejected
from joined
