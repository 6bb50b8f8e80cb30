/*
number: K14
label: {de: Kooperierende Organisationen, en: Cooperating organisations}
group: cooperation
unit: count
better: up
measured: date
audiences: [ministry]
splits: [kind, district, topic]
parts_for: everybody
rows: rows_cooperations
definition:
  de: Organisationen, die am Stichtag Mitglied mindestens einer aktiven Kooperation sind.
  en: Organisations that are members of at least one active cooperation on the key date.
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Jede
    Organisation zählt einmal, in wie vielen Kooperationen sie auch ist. Wer erst später dazukam oder vorher ausschied,
    zählt nicht; am Tag des Ausscheidens zählt er noch. Die Koordinierungsstelle zählt nur, wenn sie eingeblendet ist.
    Kooperationen mit weniger als zwei bekannten Mitgliedern (auch früheren) oder mit widersprüchlichen Daten zählen
    nicht, siehe K12.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. Each organisation
    counts once, in however many cooperations it is. Who joined later or left earlier does not count; on the day of
    leaving it still does. The coordinator counts only where it is shown. Cooperations with fewer than two known members
    (former ones included) or with contradicting dates do not count, see K12.
*/
with partners as (
    select
        active_members.period,
        active_members.organisation_id
    from active_members
    inner join organisations on active_members.organisation_id = organisations.organisation_id
)

select
    periods.period,
    count(distinct partners.organisation_id) as value
from periods
left join partners on periods.period = partners.period
group by periods.period
