/*
number: K20
label: {de: Zusammenhalt, en: Cohesion}
group: cooperation
unit: share
better: up
measured: date
audiences: []
splits: []
rows: rows_cooperations
function: cohesion
reads: [memberships]
definition:
  de: >-
    Anteil der kooperierenden Organisationen, die am letzten Tag des Zeitraums über Kooperationen, auch über mehrere
    Schritte, in einem gemeinsamen Netz verbunden sind: im größten der getrennten Teile.
  en: >-
    Share of cooperating organisations that on the last day of the period are connected through cooperations, if need
    be in several steps: those in the largest of the separate parts.
counting:
  de: >-
    Organisationen im größten zusammenhängenden Teil, geteilt durch alle kooperierenden Organisationen. Verbunden sind
    zwei, die an diesem Tag Mitglieder derselben aktiven Kooperation sind. Gemeinsame Veranstaltungen verbinden nicht.
    Die Koordinierungsstelle zählt nur, wenn sie eingeblendet ist.
  en: >-
    Organisations in the largest connected part, divided by all cooperating organisations. Two are connected that are
    members of the same active cooperation on that day. Shared events do not connect. The coordinator counts only where
    it is shown.
undefined:
  de: Ohne kooperierende Organisationen ist der Wert nicht bestimmt.
  en: Without cooperating organisations the value is undefined.
*/
