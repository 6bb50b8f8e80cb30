/*
number: K24
label: {de: Beratene Unternehmen (RCO04-nah), en: Enterprises advised (close to RCO04)}
near: RCO04
group: effect
unit: count
better: up
measured: period
audiences: [ministry]
splits: [kind, district]
rows: rows_consultations
definition:
  de: Unternehmen und Start-ups, die im Zeitraum mindestens eine strukturierte Beratung erhielten.
  en: Companies and start-ups that received at least one structured consultation in the period.
counting:
  de: >-
    Jedes Unternehmen zählt einmal, wie oft es auch beraten wurde. Nur Beratungen mit Ziel und Protokoll zählen, keine
    Veranstaltungen und kein Newsletter. Beratungen haben kein Thema: Sind Themen ausgewählt, zählt keine. Die Zahl
    steht dem EFRE-Indikator RCO04 nahe, ist aber nicht der amtliche Wert.
  en: >-
    Each enterprise counts once, however often it was advised. Only consultations with an aim and a record count, no
    events and no newsletters. Consultations have no topic: where topics are chosen, none counts. The number is close
    to the ERDF indicator RCO04 but is not the official value.
*/
with supports as (
    select
        consultations.organisation_id,
        consultations.held_on
    from consultations
    inner join organisations on consultations.organisation_id = organisations.organisation_id
    where consultations.is_structured and organisations.kind in ('company', 'startup')
)

select
    periods.period,
    count(distinct supports.organisation_id) as value
from periods
left join supports on supports.held_on between periods.starts_on and periods.counted_until
group by periods.period
