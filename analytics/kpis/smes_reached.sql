/*
number: K02
label: {de: Erreichte KMU, en: SMEs reached}
group: reach
unit: count
better: up
measured: period
audiences: [management, ministry]
splits: [kind, district, topic]
rows: rows_organisations
definition:
  de: >-
    Kleinste, kleine und mittlere Unternehmen und Start-ups, die im Zeitraum mindestens eine Veranstaltung besucht
    haben oder beraten wurden.
  en: >-
    Micro, small and medium-sized companies and start-ups that attended at least one event or were consulted at least
    once in the period.
counting:
  de: >-
    Jedes Unternehmen zählt einmal. Es gilt die Größe, die heute eingetragen ist, auch für frühere Zeiträume; ohne
    bekannte Größe zählt ein Unternehmen nicht mit.
  en: >-
    Each enterprise counts once. Its size is the one on record today, for earlier periods too; an enterprise of
    unknown size is not counted.
*/
select
    periods.period,
    count(reached.organisation_id) as value
from periods
left join reached
    on
        periods.block = reached.block
        and periods.bit & reached.bits <> 0
        and reached.kind in ('company', 'startup')
        and reached.size in ('micro', 'small', 'medium')
group by periods.period
