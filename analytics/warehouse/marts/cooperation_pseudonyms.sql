-- One row per cooperation: what masked audiences know it by. It keeps id and title where all its members agreed to be
-- named and it is not confidential; the others are numbered, see organisation_pseudonyms.
create table base.cooperation_pseudonyms as
with consents as (
    select
        members.cooperation_id,
        bool_and(pseudonyms.is_named) as is_named
    from base.cooperation_members as members
    inner join base.organisation_pseudonyms as pseudonyms on members.organisation_id = pseudonyms.organisation_id
    group by members.cooperation_id
),

ordered as (
    select
        cooperations.cooperation_id,
        cooperations.title,
        cooperations.is_confidential is true as is_confidential,
        coalesce(consents.is_named, false) and cooperations.is_confidential is not true as is_named,
        row_number() over (order by sha256(getvariable('salt') || cooperations.cooperation_id)) as place
    from base.cooperations as cooperations
    left join consents on cooperations.cooperation_id = consents.cooperation_id
)

select
    cooperation_id,
    is_confidential,
    is_named,
    case when is_named then cooperation_id else 'unnamed-' || place end as shown_id,
    case when is_named then title else '#' || place end as shown_title
from ordered;
