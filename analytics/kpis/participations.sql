/*
number: K06
label: {de: Teilnahmen, en: Participations}
group: events
unit: count
better: up
measured: period
audiences: [management, ministry, public]
splits: [kind, district, topic]
rows: events
definition:
  de: Besuche aller im Zeitraum durchgeführten Veranstaltungen, nach Personen gezählt.
  en: Attendances at all events held in the period, counted in persons.
counting:
  de: >-
    Wer dreimal kommt, zählt dreimal. Gäste, die nur gezählt und nicht auf einer Liste geführt wurden, zählen mit; sie
    gelten wie Gäste ohne Organisation als „unbekannt“ nach Art und Kreis. Der Kreis ist der des Gastes.
  en: >-
    Whoever comes three times counts three times. Guests who were counted without a list are included; like guests
    without an organisation they are of “unknown” kind and district. The district is that of the guest.
*/
with guests as (
    select
        happened_on,
        persons
    from attendances
    union all
    select
        happened_on,
        persons
    from headcounts
),

days as (
    select
        happened_on,
        sum(persons) as persons
    from guests
    group by happened_on
)

select
    periods.period,
    coalesce(sum(days.persons), 0) as value
from periods
left join days on days.happened_on between periods.starts_on and periods.counted_until
group by periods.period
