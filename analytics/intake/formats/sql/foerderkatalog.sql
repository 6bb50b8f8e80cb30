-- A grant of the federal register: the grant itself, who gets it, and the project for which it is given. Grants of one
-- Verbundprojekt are one cooperation, from the first partner's beginning to the last one's end, under the first title;
-- a grant without one is a project of one organisation.
-- Days are read step by step: the macros that read them are long.
with parted as materialized (
    select
        *,
        date_parts(starts_on) as start_parts,
        date_parts(ends_on) as end_parts
    from source
),

keyed as materialized (
    select
        * exclude (start_parts, end_parts),
        coalesce(nullif(regexp_extract(joint, '^\s*(\d{6,}(/\d+)?)'), ''), same_name(joint)) as joint_key,
        day_of_parts(start_parts, true) as first_day,
        day_of_parts(end_parts, true) as last_day
    from parted
),

grouped as (
    select
        *,
        case when joint_key is null then grant_id else 'verbund-' || left(md5(joint_key), 12) end as project,
        min_by(title, _line) over (partition by coalesce(joint_key, grant_id)) as shared_title,
        min(first_day) over (partition by coalesce(joint_key, grant_id)) as began_on,
        max(last_day) over (partition by coalesce(joint_key, grant_id)) as over_on
    from keyed
),

named as (
    select
        grouped.*,
        coalesce(names_nobody(grouped.organisation), false) as names_none,
        coalesce(names.organisations > 1, false) as is_ambiguous,
        known_or_made(names.organisations, names.organisation_id, grouped.organisation) as organisation_id
    from grouped
    left join organisation_names as names on same_name(grouped.organisation) = names.name_key
),

known as (
    select
        named.*,
        kind_of(
            null, state_organisations.kind, state_organisations.kind_basis, guessed_kind(named.organisation)
        ) as kind_known
    from named
    left join state_organisations on named.organisation_id = state_organisations.organisation_id
)

select
    _line,
    case when not is_ambiguous then {
        'cooperation_id': project,
        'title': shared_title,
        'kind': 'research',
        'origin': 'unknown',
        'evidence': 'document',
        'ended_on': coalesce(over_on::varchar, ends_on)
    } end as cooperations,
    case when not is_ambiguous and starts_on is not null then {
        'cooperation_id': project, 'stage': '4', 'since': coalesce(began_on::varchar, starts_on)
    } end as cooperation_stages,
    case when not is_ambiguous and not names_none then {
        'organisation_id': organisation_id,
        'name': organisation,
        'kind': kind_known['kind'],
        'kind_basis': kind_known['basis'],
        'place': place,
        'district': case when coalesce(is_german(state), true) then community else 'abroad' end
    } end as organisations,
    case when not is_ambiguous and not names_none then {
        'cooperation_id': project,
        'organisation_id': organisation_id
    } end as cooperation_members,
    case when not is_ambiguous and funding is not null then {
        'funding_id': grant_id,
        'cooperation_id': project,
        'organisation_id': case when not names_none then organisation_id end,
        'programme': coalesce(programme, 'unknown'),
        'status': 'approved',
        'requested_eur': funding,
        'approved_eur': funding,
        'decided_on': starts_on,
        'supported': 'false'
    } end as funding,
    case when is_ambiguous then {
        'table_name': 'organisations',
        'column_name': 'name',
        'reason': 'ambiguous_name',
        'value': organisation
    } end as rejected,
    case when names_none then {
        'table_name': 'organisations',
        'column_name': 'name',
        'reason': 'names_nobody',
        'value': organisation
    } end as noted
from known
