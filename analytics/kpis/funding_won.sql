/*
number: K26
label: {de: Eingeworbene Mittel, en: Funding won}
group: effect
unit: eur
better: up
measured: period
audiences: [ministry, public]
splits: [kind, district, topic]
rows: rows_funding
definition:
  de: Summe der Fördermittel, die Organisationen und Kooperationen im Zeitraum bewilligt wurden.
  en: Sum of the funding approved for organisations and cooperations in the period.
counting:
  de: >-
    Was beim selben Vorhaben im selben Programm am selben Tag mehreren Partnern in gleicher Höhe bewilligt wurde, ist
    ein Bescheid, den jeder nennt, und zählt einmal. Alles andere wird zusammengezählt: verschiedene Beträge als Anteile
    der Partner, mehrere Bescheide eines Partners auch bei gleichem Betrag, Anträge einer Organisation ohne Kooperation
    ohnehin. Ist in einem Programm die Förderung der Kooperation als ganze bewilligt und mit Datum und Betrag
    eingetragen, kommen die Anteile der Partner in diesem Programm nicht hinzu. Es zählt der Tag der Entscheidung; ohne
    ihn oder ohne Betrag zählt eine Zeile nicht. Auch Anträge ohne Begleitung durch das Netzwerk zählen. Sind Arten oder
    Kreise ausgewählt, gilt die Organisation, die die Zeile nennt, sonst genügt ein Mitglied der Kooperation; sind
    Themen ausgewählt, gelten die der Kooperation.
  en: >-
    What was approved for the same project in the same programme on the same day for several partners with the same
    amount is one grant that each of them states, and counts once. All else is added up: different amounts as the
    partners’ shares, several grants of one partner even of the same amount, and whatever an organisation applied for
    outside a cooperation. Where in a programme the grant of the cooperation as a whole is approved and on record with
    its day and amount, the partners’ shares in that programme are not added. The day of the decision counts; without
    it, or without an amount, a row does not count. Applications that the network did not support count as well. Where
    kinds or districts are chosen, the organisation that the row names decides, else one member of the cooperation is
    enough; where topics are chosen, those of the cooperation decide.
*/
with decisions as (
    select
        cooperation_id,
        programme,
        decided_on,
        approved_eur,
        cooperation_id is null as stands_alone,
        case when stands_alone then funding_id else organisation_id end as stated_by,
        count(*) as times
    from funding
    where
        status = 'approved'
        and not is_share_of_whole
    group by all
),

grants as (
    select
        decided_on,
        approved_eur * max(times) as approved_eur
    from decisions
    group by
        cooperation_id,
        programme,
        decided_on,
        approved_eur,
        case when stands_alone then stated_by end
)

select
    periods.period,
    coalesce(sum(grants.approved_eur), 0) as value
from periods
left join grants on grants.decided_on between periods.starts_on and periods.counted_until
group by periods.period
