/*
number: K19
label: {de: Partner je Organisation, en: Partners per organisation}
group: cooperation
unit: mean
better: up
measured: date
audiences: []
splits: [district, topic]
rows: rows_cooperations
function: mean_partners
reads: [memberships]
definition:
  de: Mit wie vielen anderen eine kooperierende Organisation am Stichtag im Durchschnitt zusammenarbeitet.
  en: With how many others a cooperating organisation works together on the key date, on average.
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Zweimal die Zahl
    der Verbindungen, geteilt durch die Zahl der kooperierenden Organisationen. Eine Verbindung sind zwei, die am
    Stichtag Mitglieder derselben aktiven Kooperation sind; eine Kooperation von vier Mitgliedern sind also sechs
    Verbindungen. Anders als die Dichte sinkt der Wert nicht schon deshalb, weil das Netzwerk wächst. Die
    Koordinierungsstelle zählt nur, wenn sie eingeblendet ist. Kooperationen mit mehr als 60 Mitgliedern (auch früheren)
    verbinden niemanden; ihre Mitglieder zählen. Kooperationen mit weniger als zwei bekannten Mitgliedern (auch
    früheren) oder mit widersprüchlichen Daten zählen nicht, siehe K12.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. Twice the number of
    ties, divided by the number of cooperating organisations. A tie is two that are members of the same active
    cooperation on the key date, so a cooperation of four members is six ties. Unlike density the value does not fall
    merely because the network grows. The coordinator counts only where it is shown. Cooperations with more than 60
    members (former ones included) tie nobody; their members count. Cooperations with fewer than two known members
    (former ones included) or with contradicting dates do not count, see K12.
undefined:
  de: Ohne kooperierende Organisationen ist der Wert nicht bestimmt.
  en: Without cooperating organisations the value is undefined.
*/
