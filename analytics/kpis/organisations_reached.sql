/*
number: K01
label: {de: Erreichte Organisationen, en: Organisations reached}
group: reach
unit: count
better: up
measured: period
audiences: [management, ministry, public]
splits: [kind, district, topic]
parts_for: everybody
rows: rows_organisations
definition:
  de: Organisationen, die im Zeitraum mindestens eine Veranstaltung besucht haben oder beraten wurden.
  en: Organisations that attended at least one event or were consulted at least once in the period.
counting:
  de: >-
    Jede Organisation zählt einmal, wie oft sie auch kam. Anmeldungen ohne Besuch zählen nicht. Beratungen haben
    kein Thema: Sind Themen ausgewählt, zählen nur die Besuche von Veranstaltungen.
  en: >-
    Each organisation counts once, however often it came. Registrations without attendance do not count.
    Consultations have no topic: where topics are chosen, only attendance at events counts.
*/
select
    periods.period,
    count(reached.organisation_id) as value
from periods
left join reached on periods.block = reached.block and periods.bit & reached.bits <> 0
group by periods.period
