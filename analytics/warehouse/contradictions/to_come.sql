-- What is to have happened, but on a day that is still to come (after the variable today).
select
    'events' as table_name,
    event_id as thing,
    starts_on::varchar as said,
    null::date as stands_from,
    starts_on - 1 as stands_until
from state.events
where status = 'held' and starts_on > getvariable('today')::date
union all
select
    'consultations' as table_name,
    consultation_id as thing,
    held_on::varchar as said,
    null::date as stands_from,
    held_on - 1 as stands_until
from state.consultations
where held_on > getvariable('today')::date
union all
select
    'cooperation_stages' as table_name,
    cooperation_id as thing,
    stage || ': ' || since as said,
    null::date as stands_from,
    since - 1 as stands_until
from state.cooperation_stages
where since > getvariable('today')::date
union all
select
    'funding' as table_name,
    funding_id as thing,
    decided_on::varchar as said,
    null::date as stands_from,
    decided_on - 1 as stands_until
from state.funding
where status in ('approved', 'declined') and decided_on > getvariable('today')::date
