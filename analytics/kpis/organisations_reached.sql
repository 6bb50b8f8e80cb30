/*
number: K01
label: {de: Erreichte Organisationen, en: Organisations reached}
group: reach
unit: count
better: up
measured: period
audiences: [management, ministry, public]
splits: [kind, district, topic]
definition:
  de: Organisationen, die im Zeitraum mindestens eine Veranstaltung besucht haben oder beraten wurden.
  en: Organisations that attended at least one event or were consulted at least once in the period.
counting:
  de: Jede Organisation zählt einmal, wie oft sie auch kam. Anmeldungen ohne Besuch zählen nicht.
  en: Each organisation counts once, however often it came. Registrations without attendance do not count.
*/
select
    periods.period,
    count(distinct contacts.organisation_id) as value
from periods
left join contacts on contacts.happened_on between periods.starts_on and periods.ends_on
group by periods.period
