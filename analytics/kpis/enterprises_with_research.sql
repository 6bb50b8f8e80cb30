/*
number: K15
label:
  de: "Unternehmen mit Forschung (RCO10-nah am Stichtag)"
  en: "Enterprises with research (close to RCO10 on the day)"
near: RCO10
group: cooperation
unit: count
better: up
measured: date
audiences: [ministry]
splits: [kind, district, topic]
rows: rows_cooperations
definition:
  de: >-
    Unternehmen und Start-ups, die am Stichtag gemeinsam mit der Wissenschaft an einem laufenden Forschungs- und
    Entwicklungsvorhaben arbeiten.
  en: Companies and start-ups that on the key date work with science on a current research and development project.
counting:
  de: >-
    Stichtag ist der letzte Tag des Zeitraums, oder der letzte Tag der Daten, wenn dieser früher liegt. Jedes
    Unternehmen zählt einmal. Es zählen aktive Kooperationen der Art „Forschung und Entwicklung“ ab Stufe 4 (gemeinsames
    Vorhaben), zu deren Mitgliedern am Stichtag mindestens eine wissenschaftliche Einrichtung gehört. Aufträge zählen
    nicht. Die Koordinierungsstelle zählt nur, wenn sie eingeblendet ist. Die Zahl steht dem EFRE-Indikator RCO10 nahe,
    ist aber nicht der amtliche Wert. Kooperationen mit weniger als zwei bekannten Mitgliedern (auch früheren) oder mit
    widersprüchlichen Daten zählen nicht, siehe K12.
  en: >-
    The key date is the last day of the period, or the last day of the data where that is earlier. Each enterprise
    counts once. Active cooperations of the kind “research and development” at stage 4 (joint project) or above count if
    at least one science organisation is a member on the key date. Commissions do not count. The coordinator counts only
    where it is shown. The number is close to the ERDF indicator RCO10 but is not the official value. Cooperations with
    fewer than two known members (former ones included) or with contradicting dates do not count, see K12.
*/
with projects as (
    select
        period,
        cooperation_id
    from active_cooperations
    where kind = 'research' and joint_on <= day
),

partners as (
    select
        active_members.period,
        active_members.cooperation_id,
        active_members.organisation_id,
        active_members.member_kind
    from active_members
    inner join projects
        on
            active_members.period = projects.period
            and active_members.cooperation_id = projects.cooperation_id
),

with_science as (
    select distinct
        period,
        cooperation_id
    from partners
    where member_kind = 'science'
),

enterprises as (
    select
        partners.period,
        partners.organisation_id
    from partners
    inner join with_science
        on
            partners.period = with_science.period
            and partners.cooperation_id = with_science.cooperation_id
    inner join organisations on partners.organisation_id = organisations.organisation_id
    where partners.member_kind in ('company', 'startup')
)

select
    periods.period,
    count(distinct enterprises.organisation_id) as value
from periods
left join enterprises on periods.period = enterprises.period
group by periods.period
