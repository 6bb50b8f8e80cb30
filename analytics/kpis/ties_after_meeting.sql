/*
number: K28
label: {de: Nach gemeinsamer Veranstaltung, en: Ties after a shared event}
group: effect
unit: share
better: up
measured: date
audiences: [ministry]
splits: [kind]
function: ties_after_meeting
reads: [attendances]
definition:
  de: >-
    Anteil der Paare von Organisationen, die in den 365 Tagen nach ihrer ersten gemeinsamen Veranstaltung eine
    Kooperation vereinbart haben, an allen, die einander dabei zum ersten Mal begegnet sind. Gezählt wird seit Beginn
    der Daten, nicht je Zeitraum.
  en: >-
    Share of pairs of organisations that agreed a cooperation in the 365 days after their first shared event, among all
    that met there for the first time. Counted is from the beginning of the data on, not by period.
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Zwei
    Organisationen, die bei derselben Veranstaltung waren, sind ein Paar; es zählt einmal, mit der ersten gemeinsamen
    Veranstaltung überhaupt. Mitgezählt wird, wer bis zum Stichtag 365 Tage Zeit hatte. Nicht mitgezählt wird ein Paar,
    das vor dem Tag dieser Veranstaltung schon in einer Kooperation in Kontakt war (auf welcher Stufe auch immer, auch
    wenn sie beendet ist), an dem Tag selbst oder früher etwas vereinbart hatte oder eine Kooperation ohne Datum hat.
    Ein Kontakt an dem Tag selbst gilt als dort geknüpft. Es gilt der Tag, an dem beide Mitglieder sind. Sind Themen
    ausgewählt, zählen nur Veranstaltungen zu einem davon, aber Kooperationen zu jedem. Kooperationen mit mehr als 60
    Mitgliedern (auch früheren) verbinden niemanden; die mit widersprüchlichen Daten zählen nicht, siehe K12. Die
    Koordinierungsstelle zählt nur, wenn sie eingeblendet ist. Eine große Veranstaltung bringt sehr viele Paare zusammen
    (80 Gäste: 3.160), von denen die meisten keinen Anlass zur Zusammenarbeit haben; der Anteil ist deshalb immer klein.
    Was vergleichbare Paare taten, die sich nie begegnet sind, steht daneben. Beides zeigt einen zeitlichen
    Zusammenhang, keine Wirkung.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. Two organisations
    that were at the same event are a pair; it counts once, with the first event that they shared. Those are counted
    that had 365 days for it by the key date. A pair does not count that before the day of that event had been in
    contact in a cooperation (at whatever stage, even if it has ended), had agreed something on the day itself or
    before, or has a cooperation without a date. A contact on the day itself is taken as made there. The day is the one
    on which both are members. Where topics are chosen, only events on one of them count, but cooperations on any.
    Cooperations with more than 60 members (former ones included) tie nobody; those with contradicting dates do not
    count, see K12. The coordinator counts only where it is shown. A large event brings very many pairs together (80
    guests: 3,160), most of which have no reason to cooperate; so the share is always small. What comparable pairs did
    that never met stands beside it. Both show an association in time, not an effect.
undefined:
  de: Wenn bis zum Stichtag noch kein Paar, das mitzählt, 365 Tage Zeit hatte.
  en: Where no pair that counts had 365 days for it by the key date.
*/
