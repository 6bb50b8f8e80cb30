-- A row of a flat table: a cooperation with its start and its funding, its organisations, and their memberships. Where
-- there are no identities, the title and the name give them. A start that is not told leaves the cooperation undated.
-- A German place that is known by its point and has no district, in a table with districts, lies elsewhere.
-- A cell that names several partners stands for all of them; one that may name several is asked about.
with partnered as (
    select
        source.*,
        coalesce(cells.cell is not null and cells.partners is null, false) as is_unclear,
        list_filter(cells.partners, lambda partner: not names_nobody(partner)) as named,
        coalesce(cells.partners is not null and len(named) = 0, false) as names_none,
        case when len(named) > 0 then named else [null::varchar] end as partners
    from source
    left join partners_in_cells as cells on source.organisation_name = cells.cell
),

-- One row per row of the table and partner; a row that names nobody, or somebody unclear, has one without a partner.
by_partner as (
    select
        *,
        unnest(partners) as partner,
        generate_subscripts(partners, 1) as nth,
        len(partners) as all_of_them
    from partnered
),

identified as (
    select
        by_partner.* replace (
            coalesce(project_id, id_from('coop-', title)) as project_id,
            coalesce(
                part_for(by_partner.organisation_id, nth, all_of_them),
                case when names.organisations = 1 then names.organisation_id end,
                id_from('org-', partner)
            ) as organisation_id,
            part_for(postcode, nth, all_of_them) as postcode,
            part_for(place, nth, all_of_them) as place,
            coalesce(
                part_for(country, nth, all_of_them), case when len(parts_of(country, '[;|\n]')) = 1 then country end
            )
                as country,
            part_for(nuts, nth, all_of_them) as nuts,
            part_for(district, nth, all_of_them) as district,
            part_for(role, nth, all_of_them) as role,
            part_for(kind, nth, all_of_them) as kind
        ),
        case
            when is_unclear then 'several_names'
            when by_partner.organisation_id is not null
                then if(part_for(by_partner.organisation_id, nth, all_of_them) is null, 'several_names', null)
            when
                names.organisations > 1
                and id_from('org-', partner) not in (
                    select held.organisation_id
                    from state_organisations as held
                    union all
                    select made.organisation_id
                    from draft_organisations as made
                )
                then 'ambiguous_name'
        end as unclear,
        by_partner.has_district = 'true' and latitude is not null and longitude is not null and all_of_them = 1
            as is_placed
    from by_partner
    left join organisation_names as names on same_name(by_partner.partner) = names.name_key
),

declared as (
    select
        *,
        case when plain_name(kind) not in ('unknown', 'unbekannt', 'oth', 'other', 'k a') then kind end as declared_kind
    from identified
),

placed as (
    select
        declared.*,
        coalesce(is_german(declared.country), true) as is_german,
        coalesce(
            district_of(declared.country, declared.nuts, reference_districts.ags5),
            declared.district,
            case when declared.is_placed and is_german(declared.country) then 'elsewhere' end
        ) as known_district,
        kind_of(
            any_value(declared.declared_kind) over (partition by declared.organisation_id),
            state_organisations.kind,
            state_organisations.kind_basis,
            any_value(guessed_kind(declared.partner)) over (partition by declared.organisation_id)
        ) as known
    from declared
    left join reference_districts on upper(declared.nuts) = reference_districts.nuts3
    left join state_organisations on declared.organisation_id = state_organisations.organisation_id
)

select
    _line,
    case when unclear is null and nth = 1 then {
        'cooperation_id': project_id,
        'title': title,
        'kind': 'research',
        'origin': 'unknown',
        'evidence': 'document',
        'ended_on': ends_on
    } end as cooperations,
    case
        when unclear is null and nth = 1 and starts_on is not null
            then { 'cooperation_id': project_id, 'stage': '4', 'since': starts_on }
    end as cooperation_stages,
    case when unclear is null and nth = 1 and funding is not null then {
        'funding_id': project_id,
        'cooperation_id': project_id,
        'organisation_id': case when all_of_them = 1 and not names_none then organisation_id end,
        'programme': programme,
        'status': 'approved',
        'requested_eur': funding,
        'approved_eur': funding,
        'decided_on': coalesce(decided_on, starts_on),
        'supported': 'false'
    } end as funding,
    case when unclear is null and not names_none then {
        'organisation_id': organisation_id,
        'name': partner,
        'kind': known['kind'],
        'kind_basis': known['basis'],
        'postcode': case when is_german then regexp_replace(postcode, '^D(E)?[ -]*', '') end,
        'place': place,
        'district': known_district
    } end as organisations,
    case when unclear is null and not names_none then {
        'cooperation_id': project_id,
        'organisation_id': organisation_id,
        'role': case
            when plain_name(role) in ('coordinator', 'koordinator', 'lead', 'leitung', 'leader') then 'lead'
            when plain_name(role) in ('participant', 'partner', 'teilnehmer', 'mitglied', 'member') then 'partner'
            when role is not null then 'associate'
        end
    } end as cooperation_members,
    case when unclear is not null then {
        'table_name': 'organisations',
        'column_name': 'name',
        'reason': unclear,
        'value': organisation_name
    } end as rejected,
    case when names_none then {
        'table_name': 'organisations',
        'column_name': 'name',
        'reason': 'names_nobody',
        'value': organisation_name
    } end as noted
from placed
