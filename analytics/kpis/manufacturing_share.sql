/*
number: K04
label: {de: Produktionsanteil, en: Manufacturing share}
group: reach
unit: share
better: up
measured: period
audiences: [management, ministry]
splits: [kind, district, topic]
rows: rows_organisations
definition:
  de: >-
    Anteil des verarbeitenden Gewerbes (Abteilungen 10 bis 33 der WZ 2008) an allen erreichten Unternehmen und
    Start-ups mit bekanntem Wirtschaftszweig.
  en: >-
    Share of manufacturing (divisions 10 to 33 of NACE Rev. 2) in all companies and start-ups reached whose branch is
    known.
counting:
  de: >-
    Jedes Unternehmen zählt einmal. Es gelten die ersten beiden Ziffern des WZ-Codes; wo er fehlt oder sich nicht lesen
    lässt, zählt das Unternehmen weder oben noch unten mit.
  en: >-
    Each enterprise counts once. The first two digits of the NACE code decide; where it is missing or cannot be read,
    the enterprise counts neither above nor below the line.
undefined:
  de: Wenn im Zeitraum kein Unternehmen mit bekanntem Wirtschaftszweig erreicht wurde.
  en: Where no enterprise of known branch was reached in the period.
*/
select
    periods.period,
    count(reached.nace_division) filter (where reached.nace_division between 10 and 33) as numerator,
    count(reached.nace_division) as denominator
from periods
left join reached
    on
        periods.block = reached.block
        and periods.bit & reached.bits <> 0
        and reached.kind in ('company', 'startup')
group by periods.period
