-- A project of CORDIS: a cooperation at stage 4 (a joint project) from its first day, and its funding. One without
-- a first day is taken, too: it is shown as undated and never counted as active.
select
    _line,
    {
        'cooperation_id': id,
        'title': title,
        'kind': 'research',
        'origin': 'unknown',
        'evidence': 'document',
        'ended_on': end_date
    } as cooperations,
    case when start_date is not null then { 'cooperation_id': id, 'stage': '4', 'since': start_date } end
        as cooperation_stages,
    case when ec_max_contribution is not null then {
        'funding_id': id,
        'cooperation_id': id,
        'programme': framework_programme,
        'status': 'approved',
        'requested_eur': ec_max_contribution,
        'approved_eur': ec_max_contribution,
        'decided_on': coalesce(ec_signature_date, start_date),
        'supported': 'false'
    } end as funding
from source
