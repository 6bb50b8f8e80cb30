/*
number: K03
label: {de: KMU-Anteil, en: SME share}
group: reach
unit: share
better: up
measured: period
audiences: [ministry]
splits: [kind, district, topic]
rows: rows_organisations
definition:
  de: Anteil der kleinsten, kleinen und mittleren an allen erreichten Unternehmen und Start-ups mit bekannter Größe.
  en: Share of micro, small and medium-sized enterprises in all companies and start-ups reached whose size is known.
counting:
  de: >-
    Jedes Unternehmen zählt einmal. Unternehmen ohne bekannte Größe zählen weder oben noch unten mit. Es gilt die
    Größe, die heute eingetragen ist.
  en: >-
    Each enterprise counts once. Enterprises of unknown size count neither above nor below the line. The size is the
    one on record today.
undefined:
  de: Wenn im Zeitraum kein Unternehmen mit bekannter Größe erreicht wurde.
  en: Where no enterprise of known size was reached in the period.
*/
select
    periods.period,
    count(reached.organisation_id) filter (where reached.size in ('micro', 'small', 'medium')) as numerator,
    count(reached.organisation_id) as denominator
from periods
left join reached
    on
        periods.block = reached.block
        and periods.bit & reached.bits <> 0
        and reached.kind in ('company', 'startup')
        and reached.size <> 'unknown'
group by periods.period
