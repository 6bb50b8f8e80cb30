-- A row of a list of operations: the beneficiary and what the Union gives for the operation. The list says when an
-- operation begins, not when it was approved: that day counts, as in the other registers. Of several beneficiaries of
-- one operation with the same sum it counts once.
-- Days are read step by step: the macros that read them are long.
with parted as materialized (
    select
        *,
        date_parts(starts_on) as start_parts
    from source
),

operations as materialized (
    select
        * exclude (start_parts),
        day_of_parts(start_parts, true) as day,
        coalesce(title, title_english) as operation,
        nullif(regexp_extract(operation_id, '([^/]+)/*$', 1), '') as operation_key
    from parted
    where plain_name(organisation) not in ('beneficiary name', 'name of beneficiary') or organisation is null
),

named as (
    select
        operations.*,
        coalesce(names_nobody(operations.organisation), false) as names_none,
        coalesce(names.organisations > 1, false) as is_ambiguous,
        known_or_made(names.organisations, names.organisation_id, operations.organisation) as organisation_id
    from operations
    left join organisation_names as names on same_name(operations.organisation) = names.name_key
),

counted as (
    select
        *,
        count(distinct organisation_id) over (partition by operation_key) > 1 and operation_key is not null
            as has_several,
        case
            when operation_key is not null then operation_key
            when operation is not null
                then id_from('grant-', concat_ws(' ', operation, organisation_id, coalesce(day::varchar, starts_on)))
        end as grant_id,
        case
            when
                operation_key is null
                or row_number() over (partition by operation_key, funding order by _line) = 1
                then funding
        end as sum_once
    from named
),

judged as (
    select
        counted.*,
        kind_of(
            null, state_organisations.kind, state_organisations.kind_basis, guessed_kind(counted.organisation)
        ) as kind_known,
        case
            when counted.organisation is null then 'without_beneficiary'
            when counted.names_none then 'names_nobody'
            when counted.grant_id is null then 'sums_of_several'
            when counted.funding is null and counted.costs is not null then 'costs_only'
            when counted.funding is not null and counted.sum_once is null then 'sum_of_operation'
        end as remark
    from counted
    left join state_organisations on counted.organisation_id = state_organisations.organisation_id
)

select
    _line,
    case when organisation is not null and not names_none and not is_ambiguous then {
        'organisation_id': organisation_id,
        'name': organisation,
        'kind': kind_known['kind'],
        'kind_basis': kind_known['basis'],
        'postcode': regexp_replace(postcode, '^D(E)?[ -]*', ''),
        'place': place
    } end as organisations,
    case when organisation is not null and grant_id is not null and not names_none and not is_ambiguous then {
        'funding_id': if(has_several, grant_id || '/' || organisation_id, grant_id),
        'organisation_id': organisation_id,
        'programme': coalesce(programme, 'unknown'),
        'status': 'approved',
        'approved_eur': sum_once,
        'decided_on': coalesce(day::varchar, starts_on),
        'supported': 'false'
    } end as funding,
    case when is_ambiguous then {
        'table_name': 'organisations',
        'column_name': 'name',
        'reason': 'ambiguous_name',
        'value': organisation
    } end as rejected,
    case when remark is not null then {
        'table_name': if(remark = 'names_nobody', 'organisations', 'funding'),
        'column_name': if(remark = 'names_nobody', 'name', 'approved_eur'),
        'reason': remark,
        'value': case when remark = 'names_nobody' then organisation end
    } end as noted
from judged
