/*
number: K16
label: {de: Sektorübergreifende Verbindungen, en: Cross-sector ties}
group: cooperation
unit: share
better: up
measured: date
audiences: [ministry, public]
splits: [district, topic]
rows: rows_cooperations
function: cross_sector_share
reads: [memberships]
definition:
  de: >-
    Anteil der Verbindungen zwischen Organisationen verschiedener Art (etwa Unternehmen und Wissenschaft) an allen
    Verbindungen, die am Stichtag bestehen.
  en: >-
    Share of the ties between organisations of different kinds (a company and science, say) in all ties that exist on
    the key date.
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Eine Verbindung
    sind zwei Organisationen, die am Stichtag Mitglieder derselben aktiven Kooperation sind; wie viele gemeinsame
    Kooperationen sie haben, zählt nicht. „Unbekannt“ gilt als eigene Art. Wie hoch der Anteil wäre, wenn alle ihre
    Partner unabhängig von der Art gefunden hätten, steht auf der Seite Zusammenarbeit. Die Koordinierungsstelle zählt
    nur, wenn sie eingeblendet ist. Kooperationen mit mehr als 60 Mitgliedern (auch früheren) verbinden niemanden.
    Kooperationen mit weniger als zwei bekannten Mitgliedern (auch früheren) oder mit widersprüchlichen Daten zählen
    nicht, siehe K12.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. A tie is two
    organisations that are members of the same active cooperation on the key date; how many cooperations they share does
    not matter. “Unknown” counts as a kind of its own. What the share would be if everybody had found partners
    regardless of kind is shown on the cooperation page. The coordinator counts only where it is shown. Cooperations
    with more than 60 members (former ones included) tie nobody. Cooperations with fewer than two known members (former
    ones included) or with contradicting dates do not count, see K12.
undefined:
  de: >-
    Ohne Verbindungen ist der Wert nicht bestimmt; ebenso, wenn von keiner verbundenen Organisation die Art bekannt ist.
  en: Without ties the value is undefined; so it is where the kind of no tied organisation is known.
*/
