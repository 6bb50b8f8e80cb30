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
    Jedes Vorhaben zählt einmal, am Tag der Entscheidung. Nennen mehrere Partner einer Kooperation im selben Programm
    denselben Betrag, ist es derselbe Bescheid; verschiedene Beträge sind Anteile und werden zusammengezählt. Ist die
    Förderung der Kooperation als ganze eingetragen, kommen die Anteile der Partner nicht hinzu. Auch Anträge ohne
    Begleitung durch das Netzwerk zählen; ohne Datum der Entscheidung zählt ein Antrag nicht.
  en: >-
    Each project counts once, on the day of the decision. Where several partners of a cooperation state the same amount
    in the same programme, it is one grant; different amounts are shares and are added up. Where the grant of the
    cooperation as a whole is on record, the partners’ shares are not added. Applications that the network did not
    support count as well; without a date of decision an application does not count.
*/
with approved as (
    select
        funding_id,
        cooperation_id,
        programme,
        approved_eur,
        decided_on
    from funding
    where status = 'approved'
    qualify
        cooperation_id is null
        or organisation_id is null
        or not bool_or(organisation_id is null) over (partition by cooperation_id, programme)
),

grants as (
    select
        approved_eur,
        min(decided_on) as decided_on
    from approved
    group by
        cooperation_id,
        programme,
        approved_eur,
        case when cooperation_id is null then funding_id end
)

select
    periods.period,
    coalesce(sum(grants.approved_eur), 0) as value
from periods
left join grants on grants.decided_on between periods.starts_on and periods.ends_on
group by periods.period
