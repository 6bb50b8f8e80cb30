-- A row of a flat table: a cooperation with its start and its funding, one organisation, and its membership. Where
-- there are no identities, the title and the name give them. A start that is not told leaves the cooperation undated.
-- A German place that is known by its point and has no district, in a table with districts, lies elsewhere.
with identified as (
    select
        source.* replace (
            coalesce(source.project_id, id_from('coop-', source.title)) as project_id,
            coalesce(source.organisation_id, id_from('org-', source.organisation_name)) as organisation_id
        ),
        case when plain_name(source.kind) not in ('unknown', 'unbekannt', 'oth', 'other', 'k a') then source.kind end
            as declared_kind,
        source.has_district = 'true' and source.latitude is not null and source.longitude is not null as is_placed
    from source
),

placed as (
    select
        identified.*,
        coalesce(is_german(identified.country), true) as is_german,
        coalesce(
            district_of(identified.country, identified.nuts, reference_districts.ags5),
            identified.district,
            case when identified.is_placed and is_german(identified.country) then 'elsewhere' end
        ) as known_district,
        kind_of(
            any_value(identified.declared_kind) over (partition by identified.organisation_id),
            state_organisations.kind,
            state_organisations.kind_basis,
            any_value(guessed_kind(identified.organisation_name)) over (partition by identified.organisation_id)
        ) as known
    from identified
    left join reference_districts on upper(identified.nuts) = reference_districts.nuts3
    left join state_organisations on identified.organisation_id = state_organisations.organisation_id
)

select
    _line,
    {
        'cooperation_id': project_id,
        'title': title,
        'kind': 'research',
        'origin': 'unknown',
        'evidence': 'document',
        'ended_on': ends_on
    } as cooperations,
    case when starts_on is not null then { 'cooperation_id': project_id, 'stage': '4', 'since': starts_on } end
        as cooperation_stages,
    case when funding is not null then {
        'funding_id': project_id,
        'cooperation_id': project_id,
        'programme': programme,
        'status': 'approved',
        'requested_eur': funding,
        'approved_eur': funding,
        'decided_on': coalesce(decided_on, starts_on),
        'supported': 'false'
    } end as funding,
    {
        'organisation_id': organisation_id,
        'name': organisation_name,
        'kind': known['kind'],
        'kind_basis': known['basis'],
        'postcode': case when is_german then regexp_replace(postcode, '^D(E)?[ -]*', '') end,
        'place': place,
        'district': known_district
    } as organisations,
    {
        'cooperation_id': project_id,
        'organisation_id': organisation_id,
        'role': case
            when plain_name(role) in ('coordinator', 'koordinator', 'lead', 'leitung', 'leader') then 'lead'
            when plain_name(role) in ('participant', 'partner', 'teilnehmer', 'mitglied', 'member') then 'partner'
            when role is not null then 'associate'
        end
    } as cooperation_members
from placed
