/*
number: K17
label: {de: Reifung, en: Maturation}
group: cooperation
unit: share
better: up
measured: date
audiences: [ministry]
splits: [kind, district, topic]
rows: rows_maturation
definition:
  de: >-
    Anteil der vereinbarten Kooperationen, die binnen 365 Tagen zu einem gemeinsamen Vorhaben wurden (Stufe 4 oder
    höher).
  en: Share of agreed cooperations that became a joint project (stage 4 or above) within 365 days.
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Betrachtet
    werden die Kooperationen, die in den zwölf Monaten vereinbart wurden, die 365 Tage vor dem Stichtag enden: Jede
    hatte also gleich lange Zeit. Was gleich mit einem gemeinsamen Vorhaben begann, zählt als gereift. Was nur zwischen
    der Koordinierungsstelle und einem Partner besteht, zählt nicht, solange die Koordinierungsstelle ausgeblendet ist.
    Sind Arten oder Kreise ausgewählt, genügt ein Mitglied daraus, auch ein früheres; eine Kooperation kann deshalb in
    mehreren Teilen sein. Kooperationen mit weniger als zwei bekannten Mitgliedern (auch früheren) oder mit
    widersprüchlichen Daten zählen nicht, siehe K12.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. Looked at are the
    cooperations that were agreed in the twelve months ending 365 days before the key date, so that each had the same
    time. What began as a joint project counts as matured. What exists only between the coordinator and one partner does
    not count while the coordinator is left out. Where kinds or districts are chosen, one member of them is enough, a
    former one too; a cooperation can therefore be in several parts. Cooperations with fewer than two known members
    (former ones included) or with contradicting dates do not count, see K12.
undefined:
  de: Wenn in diesen zwölf Monaten keine Kooperation vereinbart wurde.
  en: Where no cooperation was agreed in those twelve months.
*/
select
    periods.period,
    count(cooperations.cooperation_id) filter (
        where cooperations.joint_on <= cooperations.agreed_on + 365
    ) as numerator,
    count(cooperations.cooperation_id) as denominator
from periods
left join cooperations
    on
        periods.measured_on - 365 >= cooperations.agreed_on
        and periods.measured_on - 365 - interval 12 month < cooperations.agreed_on
group by periods.period
