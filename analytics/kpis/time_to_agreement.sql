/*
number: K18
label: {de: Zeit bis zur Vereinbarung, en: Time to agreement}
group: cooperation
unit: days
better: down
measured: date
audiences: []
splits: [kind, district, topic]
rows: rows_waiting
function: time_to_agreement
reads: [cooperations]
definition:
  de: >-
    Nach wie vielen Tagen die Hälfte der Kooperationen, die mit einem Kontakt begannen (Stufe 1 oder 2), vereinbart war
    (Stufe 3 oder höher).
  en: >-
    After how many days half of the cooperations that began with a contact (stage 1 or 2) were agreed (stage 3 or
    above).
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Alle bis zum
    Stichtag begonnenen Kooperationen zählen, auch die noch nicht vereinbarten: Sie gehen mit der Zeit ein, die sie bis
    zum Stichtag warten; was vorher ohne Vereinbarung endete, mit der Zeit bis zum Ende. Der Wert ist der Median nach
    Kaplan und Meier: die Zahl der Tage, nach der die geschätzte Kurve der noch Wartenden erstmals auf die Hälfte oder
    darunter fällt. Eine Kooperation, die erst mit der Vereinbarung erfasst wurde, sagt nichts über den Weg dahin und
    zählt nicht. Was nur zwischen der Koordinierungsstelle und einem Partner besteht, zählt nicht, solange die
    Koordinierungsstelle ausgeblendet ist. Sind Arten oder Kreise ausgewählt, genügt ein Mitglied daraus, auch ein
    früheres; eine Kooperation kann deshalb in mehreren Teilen sein. Kooperationen mit weniger als zwei bekannten
    Mitgliedern (auch früheren) oder mit widersprüchlichen Daten zählen nicht, siehe K12.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. All cooperations that
    had begun by the key date count, those not yet agreed included: with the time that they have waited until the key
    date, those that ended before it without an agreement with the time until their end. The value is the Kaplan-Meier
    median: the number of days after which the estimated curve of those still waiting first falls to one half or below.
    A cooperation recorded only from its agreement on says nothing of the way there and does not count. What exists only
    between the coordinator and one partner does not count while the coordinator is left out. Where kinds or districts
    are chosen, one member of them is enough, a former one too; a cooperation can therefore be in several parts.
    Cooperations with fewer than two known members (former ones included) or with contradicting dates do not count, see
    K12.
undefined:
  de: Solange diese Kurve nicht auf die Hälfte gefallen ist, gibt es keinen Wert.
  en: While this curve has not fallen to one half, there is no value.
*/
