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
    Alle bis zum letzten Tag des Zeitraums begonnenen Kooperationen zählen, auch die noch nicht vereinbarten: Sie gehen
    mit der Zeit ein, die sie bisher warten, was ohne Vereinbarung endete, mit der Zeit bis zum Ende (Median nach Kaplan
    und Meier). Eine Kooperation, die erst mit der Vereinbarung erfasst wurde, sagt nichts über den Weg dahin und zählt
    nicht. Kooperationen mit weniger als zwei bekannten Mitgliedern oder mit widersprüchlichen Daten zählen nicht, siehe
    K12.
  en: >-
    All cooperations that had begun by the last day of the period count, those not yet agreed included: with the time
    that they have waited so far, those that ended without an agreement with the time until then (Kaplan-Meier median).
    A cooperation recorded only from its agreement on says nothing of the way there and does not count. Cooperations
    with fewer than two known members or with contradicting dates do not count, see K12.
undefined:
  de: Solange noch nicht die Hälfte vereinbart ist, gibt es keinen Wert.
  en: While less than half are agreed, there is no value.
*/
