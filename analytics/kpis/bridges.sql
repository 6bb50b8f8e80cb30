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
    Organisationen, die andere miteinander verbinden: das Zehntel, über das am letzten Tag des Zeitraums die meisten
    kürzesten Wege zwischen den übrigen führen.
  en: >-
    Organisations that connect others: the tenth over which most of the shortest ways between the others lead on the
    last day of the period.
counting:
  de: >-
    Das oberste Zehntel nach Zwischenzentralität (aufgerundet); wer auf keinem kürzesten Weg
    liegt, zählt nie. Wer es ist, steht auf der Seite Zusammenarbeit. Die Koordinierungsstelle zählt nur, wenn sie
    eingeblendet ist.
  en: >-
    The top tenth by betweenness (rounded up); who lies on no shortest way never
    counts. Who they are is shown on the cooperation page. The coordinator counts only where it is shown.
*/
