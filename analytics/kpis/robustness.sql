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
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Organisationen
    im größten zusammenhängenden Stück, das nach dem Ausfall von dem Teil bleibt, geteilt durch jene des Teils ohne die
    Ausgefallenen, am Stichtag. 100 % heißt: Niemand verlöre den Anschluss. Das Zehntel wird aufgerundet. Haben für die
    letzten Plätze mehrere gleich viele Partner, ist der Wert das Mittel über alle Möglichkeiten, unter ihnen zu wählen;
    sind das mehr als 2.000, das Mittel über so viele zufällig gezogene, dass dessen Standardfehler höchstens 0,02
    Prozentpunkte beträgt; in sehr großen Netzwerken werden weniger gezogen. Gibt es mehrere größte Teile, ist es das
    Mittel über sie, bei mehr als 100 über höchstens 100 von ihnen. Die Koordinierungsstelle zählt nur, wenn sie
    eingeblendet ist. Kooperationen mit mehr als 60 Mitgliedern (auch früheren) verbinden niemanden. Kooperationen mit
    weniger als zwei bekannten Mitgliedern (auch früheren) oder mit widersprüchlichen Daten zählen nicht, siehe K12.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. Organisations in the
    largest connected piece that is left of the part after the loss, divided by those of the part less the ones lost, on
    the key date. 100% means that nobody would lose the connection. The tenth is rounded up. Where several have as many
    partners for the last places, the value is the mean over all choices among them; where these are more than 2,000,
    the mean over so many drawn at random that its standard error is at most 0.02 percentage points (fewer draws in very
    large networks). Where there are several largest parts, it is the mean over them, of more than 100 over 100 at most.
    The coordinator counts only where it is shown. Cooperations with more than 60 members (former ones included) tie
    nobody. Cooperations with fewer than two known members (former ones included) or with contradicting dates do not
    count, see K12.
undefined:
  de: Hat der größte Teil höchstens vier Organisationen, bleibt nichts, was zusammenhängen könnte.
  en: Where the largest part has no more than four organisations, nothing is left that could hold together.
*/
