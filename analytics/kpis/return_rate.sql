/*
number: K09
label: {de: Wiederkehrquote, en: Return rate}
group: events
unit: share
better: up
measured: period
audiences: [management]
splits: [kind, district, topic]
definition:
  de: >-
    Anteil der Organisationen, die innerhalb von 180 Tagen nach ihrer ersten Veranstaltung wiederkamen, an allen, deren
    erste Veranstaltung im Zeitraum lag.
  en: >-
    Share of organisations that came again within 180 days of their first event, among all whose first event lay in
    the period.
counting:
  de: >-
    Die erste Veranstaltung ist die erste überhaupt. Wiederkommen heißt: an einem späteren Tag zu irgendeiner
    Veranstaltung; zwei am selben Tag genügen nicht. Mitgezählt wird erst, wer bis zum letzten Tag, an dem nach den
    Daten etwas geschah, 180 Tage Zeit dazu hatte. Sind Themen ausgewählt, muss die erste Veranstaltung eines davon
    haben.
  en: >-
    The first event is the first ever. Coming again means to any event on a later day; two on the same day are not
    enough. Only those are counted that had 180 days for it by the last day on which the data says that something
    happened. Where topics are chosen, the first event must have one of them.
undefined:
  de: >-
    Wenn im Zeitraum keine Organisation zum ersten Mal kam oder seither noch keine 180 Tage vergangen sind.
  en: Where no organisation came for the first time in the period, or 180 days have not passed since.
*/
select
    periods.period,
    count(arrivals.organisation_id) filter (
        where arrivals.second_event_on <= arrivals.first_event_on + 180
    ) as numerator,
    count(arrivals.organisation_id) as denominator
from periods
left join arrivals
    on
        arrivals.first_event_on between periods.starts_on and periods.counted_until
        and periods.as_of - 180 >= arrivals.first_event_on
group by periods.period
