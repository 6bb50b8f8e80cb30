/*
number: K05
label: {de: Veranstaltungen, en: Events held}
group: events
unit: count
better: up
measured: period
audiences: [management, ministry, public]
splits: [district, topic]
rows: events
definition:
  de: Durchgeführte Veranstaltungen, die im Zeitraum begonnen haben.
  en: Events held that started in the period.
counting:
  de: >-
    Geplante und abgesagte Veranstaltungen zählen nicht. Sind Kreise ausgewählt, gilt der Kreis, in dem die
    Veranstaltung stattfand; die Auswahl von Arten der Organisationen ändert die Zahl nicht.
  en: >-
    Planned and cancelled events do not count. Where districts are chosen, the district in which the event took place
    decides; a choice of kinds of organisations does not change the number.
*/
select
    periods.period,
    count(events.event_id) as value
from periods
left join events
    on
        events.status = 'held'
        and events.starts_on between periods.starts_on and periods.counted_until
group by periods.period
