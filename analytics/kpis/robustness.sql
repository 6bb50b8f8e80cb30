/*
number: K21
label: {de: Robustheit, en: Robustness}
group: cooperation
unit: share
better: up
measured: date
audiences: []
splits: []
rows: rows_cooperations
function: robustness
reads: [memberships]
definition:
  de: >-
    Welcher Anteil des größten zusammenhängenden Teils noch zusammenhinge, wenn die drei Organisationen mit den meisten
    Partnern ausfielen.
  en: >-
    Which share of the largest connected part would still hold together if the three organisations with most partners
    dropped out.
counting:
  de: >-
    Organisationen im größten zusammenhängenden Teil nach dem Ausfall, geteilt durch jene des größten Teils vorher ohne
    die Ausgefallenen, am letzten Tag des Zeitraums. 100 % heißt: Niemand verlöre den Anschluss. Die
    Koordinierungsstelle zählt nur, wenn sie eingeblendet ist.
  en: >-
    Organisations in the largest connected part after the loss, divided by those of the largest part before less the
    ones lost, on the last day of the period. 100% means that nobody would lose the connection. The coordinator counts
    only where it is shown.
undefined:
  de: Hat der größte Teil höchstens drei Organisationen, ist der Wert nicht bestimmt.
  en: Where the largest part has no more than three organisations the value is undefined.
*/
