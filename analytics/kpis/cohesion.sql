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
    Anteil der kooperierenden Organisationen, die am Stichtag über Kooperationen, auch über mehrere Schritte, in einem
    gemeinsamen Netz verbunden sind: im größten der getrennten Teile.
  en: >-
    Share of cooperating organisations that on the key date are connected through cooperations, if need be in several
    steps: those in the largest of the separate parts.
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Organisationen
    im größten zusammenhängenden Teil, geteilt durch alle kooperierenden Organisationen. Verbunden sind zwei, die am
    Stichtag Mitglieder derselben aktiven Kooperation sind. Gemeinsame Veranstaltungen verbinden nicht. Die
    Koordinierungsstelle zählt nur, wenn sie eingeblendet ist. Kooperationen mit mehr als 60 Mitgliedern (auch früheren)
    verbinden niemanden; ihre Mitglieder zählen. Kooperationen mit weniger als zwei bekannten Mitgliedern (auch
    früheren) oder mit widersprüchlichen Daten zählen nicht, siehe K12.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. Organisations in the
    largest connected part, divided by all cooperating organisations. Two are connected that are members of the same
    active cooperation on the key date. Shared events do not connect. The coordinator counts only where it is shown.
    Cooperations with more than 60 members (former ones included) tie nobody; their members count. Cooperations with
    fewer than two known members (former ones included) or with contradicting dates do not count, see K12.
undefined:
  de: Ohne eine Verbindung ist der Wert nicht bestimmt; wer allein steht, hält mit niemandem zusammen.
  en: Without a tie the value is undefined; who stands alone holds together with nobody.
*/
