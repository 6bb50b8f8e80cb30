-- One row per organisation in scope that can meet others: without the coordinator where the scope leaves it out.
-- region is where it sits: a core district, elsewhere in Westphalia, or beyond; null where its district is not known.
select
    organisations.organisation_id,
    organisations.kind,
    case
        when districts.is_core then 'core'
        when districts.is_westfalen then 'westphalia'
        when organisations.district is not null then 'beyond'
    end as region,
    organisations.is_coordinator,
    organisations.member_since,
    organisations.left_on
from organisations
left join districts on organisations.district = districts.ags5
where is_partner(organisations.is_coordinator)
order by organisations.organisation_id
