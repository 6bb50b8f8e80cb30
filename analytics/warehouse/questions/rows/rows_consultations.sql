-- One row per consultation in the period.
select
    organisations.name,
    organisations.kind,
    consultations.held_on,
    consultations.kind as consultation_kind,
    consultations.hours,
    consultations.is_structured,
    consultations.outcome
from consultations
inner join periods on consultations.held_on between periods.starts_on and periods.counted_until
inner join organisations on consultations.organisation_id = organisations.organisation_id
order by consultations.held_on desc, organisations.name asc
