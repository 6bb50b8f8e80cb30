-- A row of a list of members: an organisation, known by its name. A list of one year says that it was a member by then;
-- who is on record as one for longer stays it.
with named as (
    select
        source.*,
        coalesce(names_nobody(source.organisation), false) as names_none,
        coalesce(names.organisations > 1, false) as is_ambiguous,
        known_or_made(names.organisations, names.organisation_id, source.organisation) as organisation_id,
        coalesce(is_german(source.country), true) as is_german
    from source
    left join organisation_names as names on same_name(source.organisation) = names.name_key
),

known as (
    select
        named.*,
        state_organisations.member_since as held_since,
        kind_of(
            case when plain_name(named.kind) not in ('unknown', 'unbekannt', 'other', 'k a') then named.kind end,
            state_organisations.kind,
            state_organisations.kind_basis,
            guessed_kind(named.organisation)
        ) as kind_known
    from named
    left join state_organisations on named.organisation_id = state_organisations.organisation_id
)

select
    _line,
    case when not names_none and not is_ambiguous then {
        'organisation_id': organisation_id,
        'name': organisation,
        'kind': kind_known['kind'],
        'kind_basis': kind_known['basis'],
        'postcode': case when is_german then regexp_replace(postcode, '^D(E)?[ -]*', '') end,
        'place': place,
        'district': case when not is_german then 'abroad' end,
        'member_since': case
            when year is null then member_since
            when held_since < make_date(year::integer, 1, 1) then held_since::varchar
            else year || '-01-01'
        end,
        'left_on': left_on
    } end as organisations,
    case when is_ambiguous or names_none then {
        'table_name': 'organisations',
        'column_name': 'name',
        'reason': if(names_none, 'names_nobody', 'ambiguous_name'),
        'value': organisation
    } end as rejected
from known
