-- An element of a drawn network: an organisation. What is drawn as a person is left out.
with named as (
    select
        source.*,
        coalesce(plain_name(source.type) in ('person', 'people', 'individual', 'mensch', 'personen'), false)
            as is_person,
        coalesce(names_nobody(source.label), false) as names_none,
        case
            when names.organisations = 1 then names.organisation_id
            else coalesce(source.id, id_from('org-', source.label))
        end as organisation_id,
        case
            when plain_name(source.type) in ('company', 'unternehmen', 'firma', 'business') then 'company'
            when plain_name(source.type) in ('startup', 'start up') then 'startup'
            when
                plain_name(source.type) in (
                    'university', 'hochschule', 'universitaet', 'research', 'science', 'wissenschaft'
                )
                then 'science'
            when plain_name(source.type) in ('public', 'government', 'oeffentliche hand', 'kommune') then 'public'
        end as declared_kind
    from source
    left join organisation_names as names on same_name(source.label) = names.name_key
),

known as (
    select
        named.*,
        kind_of(
            named.declared_kind,
            state_organisations.kind,
            state_organisations.kind_basis,
            guessed_kind(named.label)
        ) as kind_known
    from named
    left join state_organisations on named.organisation_id = state_organisations.organisation_id
)

select
    _line,
    case when not is_person and not names_none then {
        'organisation_id': organisation_id,
        'name': label,
        'kind': kind_known['kind'],
        'kind_basis': kind_known['basis']
    } end as organisations,
    case when is_person or names_none then {
        'table_name': 'organisations',
        'column_name': 'name',
        'reason': if(is_person, 'drawn_person', 'names_nobody'),
        'value': case when not is_person then label end
    } end as noted
from known
