/*
number: K10
label: {de: Neue Organisationen, en: Newcomers}
group: reach
unit: count
better: up
measured: period
audiences: [management, ministry, public]
splits: [kind, district, topic]
rows: rows_organisations
definition:
  de: Organisationen, die im Zeitraum zum ersten Mal überhaupt eine Veranstaltung besucht haben oder beraten wurden.
  en: Organisations that in the period attended an event or were consulted for the first time ever.
counting:
  de: >-
    Jede Organisation ist genau einmal neu, am Tag ihres ersten Kontakts; Anmeldungen ohne Besuch zählen nicht. Sind
    Themen ausgewählt, zählt, wer über eine Veranstaltung zu einem dieser Themen zum Netzwerk kam; wer schon vorher da
    war und das Thema erstmals besucht, ist nicht neu.
  en: >-
    Each organisation is new exactly once, on the day of its first contact; registrations without attendance do not
    count. Where topics are chosen, those count that came to the network by an event on one of them; whoever had been
    there before and attends the topic for the first time is not new.
*/
select
    periods.period,
    count(arrivals.organisation_id) as value
from periods
left join arrivals on arrivals.first_contact_on between periods.starts_on and periods.counted_until
group by periods.period
