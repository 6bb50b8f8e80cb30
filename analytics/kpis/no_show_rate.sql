/*
number: K08
label: {de: No-Show-Quote, en: No-show rate}
group: events
unit: share
better: down
measured: period
audiences: [management]
splits: [kind, district, topic]
rows: events
definition:
  de: Anteil der angemeldeten Personen, die ohne Absage nicht zu einer durchgeführten Veranstaltung kamen.
  en: Share of registered persons who did not come to an event that was held, without having cancelled.
counting:
  de: >-
    Nicht Erschienene geteilt durch Erschienene und nicht Erschienene, in Personen. Wer ohne Anmeldung kam oder sich
    vorher abgemeldet hat, zählt nicht; ebenso wenig, wessen Erscheinen nicht festgehalten wurde.
  en: >-
    No-shows divided by those who came and no-shows, in persons. Whoever came without registration or cancelled
    beforehand does not count, nor does anybody whose attendance was not recorded.
undefined:
  de: Wenn im Zeitraum für keine angemeldete Person festgehalten ist, ob sie kam.
  en: Where it is not on record for any registered person in the period whether they came.
*/
with days as (
    select
        happened_on,
        sum(persons) filter (where status = 'no_show') as absent,
        sum(persons) as expected
    from participations
    where is_held and status in ('attended', 'no_show') and walk_in is not true
    group by happened_on
)

select
    periods.period,
    coalesce(sum(days.absent), 0) as numerator,
    coalesce(sum(days.expected), 0) as denominator
from periods
left join days on days.happened_on between periods.starts_on and periods.ends_on
group by periods.period
