-- Organisations that would become their own ancestors: every row of the circle is rejected.
insert into rejections
with recursive parents as (
    select organisation_id, parent_id from draft_organisations where parent_id is not null
    union all
    select organisation_id, parent_id
    from state_organisations
    where
        parent_id is not null
        and organisation_id not in (select organisation_id from draft_organisations)
),

ancestors as (
    select organisation_id, parent_id as ancestor_id from parents
    union
    select ancestors.organisation_id, parents.parent_id
    from ancestors
    inner join parents on ancestors.ancestor_id = parents.organisation_id
)

select drafts._source, drafts._line, 'organisations', 'parent_id', 'circle', drafts.parent_id
from draft_organisations as drafts
inner join ancestors on drafts.organisation_id = ancestors.organisation_id
where ancestors.ancestor_id = drafts.organisation_id;
