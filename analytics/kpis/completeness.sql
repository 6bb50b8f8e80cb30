/*
number: K29
label: {de: Datenvollständigkeit, en: Completeness}
group: quality
unit: share
better: up
measured: date
audiences: [management]
splits: [kind, district]
definition:
  de: >-
    Anteil der ausgefüllten an allen erwarteten Schlüsselangaben: Größe und Wirtschaftszweig der Unternehmen und
    Start-ups, Kreis aller Organisationen, Datum einer Stufe und Nachweis jeder Kooperation.
  en: >-
    Share of key fields filled in all that are expected: size and branch of companies and start-ups, district of all
    organisations, date of a stage and evidence of each cooperation.
counting:
  de: >-
    Es zählt, was heute eingetragen ist; „unbekannt“ gilt nicht als ausgefüllt, „kein Nachweis“ schon. Zum Ende eines
    Zeitraums zählen die Organisationen, die bis dahin Kontakt hatten oder Mitglied waren, und die bis dahin begonnenen
    Kooperationen; was sich nicht datieren lässt, zählt immer mit. Ein früherer Wert sagt also, wie vollständig die
    damals Bekannten heute erfasst sind.
  en: >-
    What is on record today counts; “unknown” is not filled in, “no evidence” is. At the end of a period those
    organisations count that had been in contact or were members by then, and the cooperations begun by then; what
    cannot be dated always counts. An earlier value thus says how completely those known at the time are recorded today.
undefined:
  de: Wenn noch keine Organisation und keine Kooperation bekannt ist.
  en: Where no organisation and no cooperation is known yet.
*/
with fields as (
    select
        least(first_contacts.first_contact_on, organisations.member_since) as known_on,
        case
            when organisations.kind in ('company', 'startup')
                then [
                    organisations.district is not null,
                    coalesce(organisations.size, 'unknown') <> 'unknown',
                    organisations.nace_division is not null
                ]
            else [organisations.district is not null]
        end as filled
    from organisations
    left join first_contacts on organisations.organisation_id = first_contacts.organisation_id
    union all
    select
        contact_on as known_on,
        [contact_on is not null, evidence is not null] as filled
    from cooperations
),

days as (
    select
        known_on,
        sum(list_sum(filled::integer[])) as filled,
        sum(len(filled)) as expected
    from fields
    group by known_on
)

select
    periods.period,
    coalesce(sum(days.filled), 0) as numerator,
    coalesce(sum(days.expected), 0) as denominator
from periods
left join days on days.known_on is null or periods.ends_on >= days.known_on
group by periods.period
