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
    Welcher Anteil des größten zusammenhängenden Teils noch zusammenhinge, wenn das Zehntel seiner Organisationen mit
    den meisten Partnern ausfiele, mindestens aber drei.
  en: >-
    Which share of the largest connected part would still hold together if the tenth of its organisations with most
    partners dropped out, but three at least.
counting:
  de: >-
    Organisationen im größten zusammenhängenden Stück, das nach dem Ausfall von dem Teil bleibt, geteilt durch jene des
    Teils ohne die Ausgefallenen, am letzten Tag des Zeitraums. 100 % heißt: Niemand verlöre den Anschluss. Das Zehntel
    wird aufgerundet. Haben für die letzten Plätze mehrere gleich viele Partner, ist der Wert das Mittel über alle
    Möglichkeiten, unter ihnen zu wählen; sind das mehr als 2.000, das Mittel über so viele zufällig gezogene, dass
    dessen Standardfehler höchstens 0,02 Prozentpunkte beträgt. Gibt es mehrere größte Teile, ist es das Mittel über
    sie. Die Koordinierungsstelle zählt nur, wenn sie eingeblendet ist.
  en: >-
    Organisations in the largest connected piece that is left of the part after the loss, divided by those of the part
    less the ones lost, on the last day of the period. 100% means that nobody would lose the connection. The tenth is
    rounded up. Where several have as many partners for the last places, the value is the mean over all choices among
    them; where these are more than 2,000, the mean over so many drawn at random that its standard error is at most 0.02
    percentage points. Where there are several largest parts, it is the mean over them. The coordinator counts only
    where it is shown.
undefined:
  de: Hat der größte Teil höchstens vier Organisationen, bleibt nichts, was zusammenhängen könnte.
  en: Where the largest part has no more than four organisations, nothing is left that could hold together.
*/
