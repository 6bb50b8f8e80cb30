/*
number: K07
label: {de: Teilnehmende, en: Distinct attendees}
group: events
unit: count
better: up
measured: period
audiences: [management]
splits: [kind, district, topic]
rows: events
definition:
  de: Verschiedene Personen, die im Zeitraum mindestens eine durchgeführte Veranstaltung besucht haben.
  en: Different persons who attended at least one event held in the period.
counting:
  de: >-
    Jede Person zählt einmal, auch wenn sie den Arbeitgeber gewechselt hat. Erkannt wird sie an einem zufälligen
    Schlüssel; Gäste ohne Schlüssel zählen nicht mit, die wirkliche Zahl liegt also eher höher.
  en: >-
    Each person counts once, even after a change of employer. A person is recognised by a random key; guests without
    a key are not counted, so the true number is rather higher.
undefined:
  de: Wenn Gäste kamen, von denen niemand einen Schlüssel hat.
  en: Where guests came of whom none has a key.
*/
-- Guests without a key are one nobody, who is not counted.
with people as (
    select
        participations.person_id,
        days.block,
        bit_or(days.bits) as bits
    from participations
    inner join period_days as days on participations.happened_on = days.day
    where
        participations.is_held
        and participations.status = 'attended'
    group by participations.person_id, days.block
)

select
    periods.period,
    case
        when count(people.person_id) > 0 or count(people.block) = 0 then count(people.person_id)
    end as value
from periods
left join people on periods.block = people.block and periods.bit & people.bits <> 0
group by periods.period
