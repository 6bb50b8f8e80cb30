/*
number: K25
label: {de: Bewilligungsquote, en: Approval rate}
group: effect
unit: share
better: up
measured: period
audiences: [management, ministry]
splits: [kind, district, topic]
rows: rows_funding
definition:
  de: Anteil der bewilligten an allen vom Netzwerk begleiteten Förderanträgen, über die im Zeitraum entschieden wurde.
  en: Share of approved applications in all applications supported by the network that were decided in the period.
counting:
  de: >-
    Jeder Antrag zählt einmal, gleich wie hoch er ist. Ideen, noch offene Anträge und solche ohne Datum der
    Entscheidung zählen nicht, ebenso wenig Anträge, die das Netzwerk nicht begleitet hat.
  en: >-
    Each application counts once, whatever its amount. Ideas, applications still open or without a date of decision do
    not count, nor do applications that the network did not support.
undefined:
  de: Wenn im Zeitraum über keinen begleiteten Antrag entschieden wurde.
  en: Where no supported application was decided in the period.
*/
select
    periods.period,
    count(funding.funding_id) filter (where funding.status = 'approved') as numerator,
    count(funding.funding_id) as denominator
from periods
left join funding
    on
        funding.supported
        and funding.status in ('approved', 'declined')
        and funding.decided_on between periods.starts_on and periods.counted_until
group by periods.period
