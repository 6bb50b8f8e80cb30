/*
number: K23
label: {de: Regionale Abdeckung, en: Coverage}
group: reach
unit: share
better: up
measured: period
audiences: [ministry, public]
splits: [kind, topic]
rows: rows_organisations
definition:
  de: Anteil der Kreise und kreisfreien Städte, aus denen im Zeitraum mindestens drei Organisationen erreicht wurden.
  en: Share of the districts from which at least three organisations were reached in the period.
counting:
  de: >-
    Ohne Auswahl sind es die fünf Kernkreise des Netzwerks, sonst die ausgewählten Kreise; „außerhalb“, „Ausland“ und
    „unbekannt“ sind keine Kreise. Jede Organisation zählt einmal und dort, wo sie ihren Sitz hat.
  en: >-
    Without a choice these are the five core districts of the network, otherwise the districts chosen; “elsewhere”,
    “abroad” and “unknown” are no districts. Each organisation counts once and where it is based.
undefined:
  de: Wenn kein Kreis ausgewählt ist, sondern nur „außerhalb“, „Ausland“ oder „unbekannt“.
  en: Where no district is chosen but only “elsewhere”, “abroad” or “unknown”.
*/
with covered_districts as (
    select
        periods.period,
        reached.district
    from periods
    inner join reached on periods.block = reached.block and periods.bit & reached.bits <> 0
    inner join chosen_districts on reached.district = chosen_districts.ags5
    group by periods.period, reached.district
    having count(*) >= 3
)

select
    periods.period,
    count(covered_districts.district) as numerator,
    (select count(*) from chosen_districts) as denominator
from periods
left join covered_districts on periods.period = covered_districts.period
group by periods.period
