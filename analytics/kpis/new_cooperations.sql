/*
number: K13
label: {de: Neue Kooperationen, en: New cooperations}
group: cooperation
unit: count
better: up
measured: period
audiences: [management, ministry, public]
splits: [kind, district, topic]
rows: rows_cooperations
definition:
  de: Kooperationen, die im Zeitraum zum ersten Mal vereinbart waren (Stufe 3 oder höher).
  en: Cooperations that were agreed (stage 3 or above) for the first time in the period.
counting:
  de: >-
    Jede Kooperation ist genau einmal neu, wie viele Partner sie auch hat und wie weit sie später reift. Kontakte und
    Austausch (Stufen 1 und 2) zählen noch nicht; ohne Datum zählt eine Kooperation nicht. Was nur zwischen der
    Koordinierungsstelle und einem Partner besteht, zählt nicht, solange die Koordinierungsstelle ausgeblendet ist. Sind
    Arten oder Kreise ausgewählt, genügt ein Mitglied daraus, auch ein früheres; die Teile ergeben deshalb zusammen mehr
    als das Ganze. Kooperationen mit weniger als zwei bekannten Mitgliedern (auch früheren) oder mit widersprüchlichen
    Daten zählen nicht, siehe K12.
  en: >-
    Each cooperation is new exactly once, however many partners it has and however far it matures. Contacts and exchange
    (stages 1 and 2) do not count yet; without a date a cooperation does not count. What exists only between the
    coordinator and one partner does not count while the coordinator is left out. Where kinds or districts are chosen,
    one member of them is enough, a former one too; the parts therefore add up to more than the whole. Cooperations with
    fewer than two known members (former ones included) or with contradicting dates do not count, see K12.
*/
select
    periods.period,
    count(cooperations.cooperation_id) as value
from periods
left join cooperations on cooperations.agreed_on between periods.starts_on and periods.counted_until
group by periods.period
