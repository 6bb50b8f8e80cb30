-- A project's participant in CORDIS: an organisation and its membership. The file says whether an enterprise is an
-- SME, but not of which size: the size stays what it was, or open. Who left before the end has no date: left_on
-- stays open. A project that nobody has brought yet stands by its acronym until project.csv comes.
with named as (
    select
        *,
        case upper(activity_type)
            when 'PRC' then 'company'
            when 'HES' then 'science'
            when 'REC' then 'science'
            when 'PUB' then 'public'
        end as declared_kind
    from source
),

placed as (
    select
        named.*,
        coalesce(names_nobody(named.name), false) as names_none,
        is_german(named.country) as is_german,
        district_of(named.country, named.nuts_code, reference_districts.ags5) as district,
        kind_of(
            any_value(named.declared_kind) over (partition by named.organisation_id),
            state_organisations.kind,
            state_organisations.kind_basis,
            any_value(guessed_kind(named.name)) over (partition by named.organisation_id)
        ) as known
    from named
    left join reference_districts on upper(named.nuts_code) = reference_districts.nuts3
    left join state_organisations on named.organisation_id = state_organisations.organisation_id
)

select
    placed._line,
    case when not placed.names_none then {
        'organisation_id': placed.organisation_id,
        'name': placed.name,
        'kind': placed.known['kind'],
        'kind_basis': placed.known['basis'],
        'postcode': case when placed.is_german then regexp_replace(placed.post_code, '^D(E)?[ -]*', '') end,
        'place': placed.city,
        'district': placed.district
    } end as organisations,
    case when placed.project_id is not null and held.cooperation_id is null then {
        'cooperation_id': placed.project_id,
        'title': coalesce(placed.project_acronym, placed.project_id),
        'kind': 'research',
        'origin': 'unknown',
        'evidence': 'document'
    } end as cooperations,
    case when not placed.names_none then {
        'cooperation_id': placed.project_id,
        'organisation_id': placed.organisation_id,
        'role': case lower(placed.role)
            when 'coordinator' then 'lead'
            when 'participant' then 'partner'
            else 'associate'
        end
    } end as cooperation_members,
    case when placed.names_none then {
        'table_name': 'organisations',
        'column_name': 'name',
        'reason': 'names_nobody',
        'value': placed.name
    } end as noted
from placed
left join (
    select cooperation_id from draft_cooperations
    union
    select cooperation_id from state_cooperations
) as held on placed.project_id = held.cooperation_id
