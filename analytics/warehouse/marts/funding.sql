-- One row per application for funding. is_share_of_whole: what a partner won of a grant that its cooperation has on
-- record as a whole in the same programme, with day and amount.
create table base.funding as
with wholes as (
    select distinct
        cooperation_id,
        programme
    from state.funding
    where
        organisation_id is null
        and status = 'approved'
        and decided_on is not null
        and approved_eur is not null
)

select
    funding.*,
    funding.organisation_id is not null and wholes.cooperation_id is not null as is_share_of_whole
from state.funding as funding
left join wholes
    on funding.cooperation_id = wholes.cooperation_id and funding.programme = wholes.programme
where
    (
        funding.organisation_id is null
        or funding.organisation_id in (select organisations.organisation_id from base.organisations as organisations)
    )
    and (
        funding.cooperation_id is null
        or funding.cooperation_id in (select cooperations.cooperation_id from base.cooperations as cooperations)
    );
