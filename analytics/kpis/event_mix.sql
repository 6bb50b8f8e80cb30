/*
number: K11
label: {de: Mischung, en: Event mix}
group: events
unit: index
better: up
measured: period
audiences: [management]
splits: [topic]
rows: events
definition:
  de: >-
    Wie gemischt die Gäste einer Veranstaltung im Mittel sind: die Wahrscheinlichkeit, dass zwei zufällig
    herausgegriffene Organisationen verschiedener Art sind. 0 heißt: alle von einer Art.
  en: >-
    How mixed the guests of an event are on average: the probability that two organisations picked at random are of
    different kinds. 0 means that all are of one kind.
counting:
  de: >-
    Mittelwert über alle durchgeführten Veranstaltungen mit mindestens fünf Organisationen; jede Veranstaltung zählt
    gleich viel, jede Organisation je Veranstaltung einmal. „Unbekannt“ gilt als eigene Art. Gäste ohne Organisation
    bleiben außer Betracht. Sind Arten oder Kreise ausgewählt, wird nur unter deren Organisationen verglichen.
  en: >-
    The mean over all events held with at least five organisations; every event weighs the same, every organisation
    counts once an event. “Unknown” is a kind of its own. Guests without an organisation are left aside. Where kinds or
    districts are chosen, only their organisations are compared.
undefined:
  de: >-
    Wenn im Zeitraum keine Veranstaltung mindestens fünf Organisationen zählte, oder wenn von keiner davon die Art
    bekannt ist.
  en: Where no event in the period had at least five organisations, or the kind of none of these is known.
*/
with kinds as (
    select
        attendances.event_id,
        organisations.kind,
        any_value(attendances.happened_on) as happened_on,
        count(*) as organisations
    from attendances
    inner join organisations on attendances.organisation_id = organisations.organisation_id
    group by attendances.event_id, organisations.kind
),

mixes as (
    select
        any_value(happened_on) as happened_on,
        bool_or(kind <> 'unknown') as is_known,
        1 - sum(organisations * (organisations - 1)) / (sum(organisations) * (sum(organisations) - 1)) as mix
    from kinds
    group by event_id
    having sum(organisations) >= 5
)

select
    periods.period,
    case when bool_or(mixes.is_known) then avg(mixes.mix) end as value,
    count(mixes.mix) as denominator
from periods
left join mixes on mixes.happened_on between periods.starts_on and periods.counted_until
group by periods.period
