/*
number: K29
label: {de: Datenvollständigkeit, en: Completeness}
group: quality
unit: share
better: up
measured: date
audiences: [management]
splits: [kind, district]
reads: []
definition:
  de: >-
    Anteil der ausgefüllten an allen erwarteten Schlüsselangaben: Art und Kreis jeder Organisation, dazu Größe und
    Wirtschaftszweig der Unternehmen und Start-ups, Datum einer Stufe und Nachweis jeder Kooperation.
  en: >-
    Share of key fields filled in all that are expected: kind and district of every organisation, size and branch of
    companies and start-ups besides, date of a stage and evidence of each cooperation.
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Es zählt, was
    heute eingetragen ist; „unbekannt“ gilt nicht als ausgefüllt, „kein Nachweis“ schon. Ein Wirtschaftszweig, aus dem
    sich keine Abteilung lesen lässt, und eine Stufe, die erst kommt, gelten als leer. Zum Stichtag zählen die
    Organisationen, die bis dahin Kontakt hatten oder Mitglied waren, und die bis dahin begonnenen Kooperationen; was
    sich nicht datieren lässt, zählt immer mit. Ein früherer Wert sagt also, wie vollständig die damals Bekannten heute
    erfasst sind. Alle eingetragenen Kooperationen zählen, auch solche mit nur einem bekannten Mitglied oder mit
    widersprüchlichen Daten. Sind Arten oder Kreise ausgewählt, gehört eine Kooperation dazu, sobald eines ihrer
    Mitglieder es tut; Themen wählen nur unter den Kooperationen aus.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. What is on record
    today counts; “unknown” is not filled in, “no evidence” is. A branch of which no division can be read and a stage
    that is still to come count as empty. On the key date those organisations count that had been in contact or were
    members by then, and the cooperations begun by then; what cannot be dated always counts. An earlier value thus says
    how completely those known at the time are recorded today. All cooperations on record count, also those with only
    one known member or with contradicting dates. Where kinds or districts are chosen, a cooperation belongs to them as
    soon as one of its members does; topics choose among the cooperations only.
undefined:
  de: Wenn noch keine Organisation und keine Kooperation bekannt ist.
  en: Where no organisation and no cooperation is known yet.
*/
with fields as (
    select
        least(first_contacts.first_contact_on, organisations.member_since) as known_on,
        [
            coalesce(organisations.kind, 'unknown') <> 'unknown',
            organisations.district is not null
        ] || case
            when organisations.kind in ('company', 'startup')
                then [
                    coalesce(organisations.size, 'unknown') <> 'unknown',
                    organisations.nace_division is not null
                ]
            else []
        end as filled
    from organisations
    left join first_contacts on organisations.organisation_id = first_contacts.organisation_id
    union all
    select
        case when contact_on <= getvariable('as_of')::date then contact_on end as known_on,
        [coalesce(contact_on <= getvariable('as_of')::date, false), evidence is not null] as filled
    from recorded_cooperations
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
left join days on days.known_on is null or periods.measured_on >= days.known_on
group by periods.period
