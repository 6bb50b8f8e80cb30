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
    vorher abgemeldet hat, zählt nicht; ebenso wenig, wessen Erscheinen nicht festgehalten wurde. Eine Veranstaltung
    zählt nur, wenn zu ihr nicht bloß Besuche eingetragen sind: mindestens eine Zeile sagt „nicht erschienen“,
    „angemeldet“ oder „abgesagt“ oder nennt den Tag der Anmeldung. Sonst weiß niemand, wer fehlte.
  en: >-
    No-shows divided by those who came and no-shows, in persons. Whoever came without registration or cancelled
    beforehand does not count, nor does anybody whose attendance was not recorded. An event counts only where more than
    attendance is on record for it: at least one row says “no-show”, “registered” or “cancelled” or gives the day of
    registration. Else nobody knows who was missing.
undefined:
  de: >-
    Wenn im Zeitraum zu keiner Veranstaltung mit eingetragenen Anmeldungen festgehalten ist, wer von den Angemeldeten
    kam.
  en: Where for no event in the period with registrations on record it is known who of those registered came.
*/
with days as (
    select
        participations.happened_on,
        sum(participations.persons) filter (where participations.status = 'no_show') as absent,
        sum(participations.persons) as expected
    from participations
    inner join occasions on participations.event_id = occasions.event_id
    where
        occasions.has_registrations
        and participations.is_held
        and participations.status in ('attended', 'no_show')
        and participations.walk_in is not true
    group by participations.happened_on
)

select
    periods.period,
    coalesce(sum(days.absent), 0) as numerator,
    coalesce(sum(days.expected), 0) as denominator
from periods
left join days on days.happened_on between periods.starts_on and periods.counted_until
group by periods.period
