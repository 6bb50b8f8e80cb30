/*
number: K22
label: {de: Brücken, en: Bridges}
group: cooperation
unit: count
better: neither
measured: date
audiences: []
splits: []
function: bridges
reads: [memberships]
definition:
  de: >-
    Organisationen, die andere miteinander verbinden: das Zehntel, über das am Stichtag die meisten kürzesten Wege
    zwischen den übrigen führen.
  en: >-
    Organisations that connect others: the tenth over which most of the shortest ways between the others lead on the key
    date.
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Das oberste
    Zehntel nach Zwischenzentralität (aufgerundet); wer auf keinem kürzesten Weg liegt, zählt nie. Wer es ist, steht auf
    der Seite Zusammenarbeit. Die Koordinierungsstelle zählt nur, wenn sie eingeblendet ist. Kooperationen mit mehr als
    60 Mitgliedern (auch früheren) verbinden niemanden; ihre Mitglieder zählen. Kooperationen mit weniger als zwei
    bekannten Mitgliedern (auch früheren) oder mit widersprüchlichen Daten zählen nicht, siehe K12.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. The top tenth by
    betweenness (rounded up); who lies on no shortest way never counts. Who they are is shown on the cooperation page.
    The coordinator counts only where it is shown. Cooperations with more than 60 members (former ones included) tie
    nobody; their members count. Cooperations with fewer than two known members (former ones included) or with
    contradicting dates do not count, see K12.
*/
