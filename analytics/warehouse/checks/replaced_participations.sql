-- What a list of guests says of an order takes the place of what was known of it: in the same import of the rows that
-- an earlier sheet brought, in the store of those that the list does not give anew. A row that was rejected replaces
-- nothing.
create or replace temp table replacing as
select
    source,
    participation_id
from replaced_participations
where
    not exists (
        select 1
        from rejections
        where rejections.source = replaced_participations.source and rejections.line = replaced_participations.line
    );

delete from draft_participations
using replacing
where
    draft_participations.participation_id = replacing.participation_id
    and draft_participations._source <> replacing.source;

insert into deleted_participations (participation_id)
select distinct state_participations.participation_id
from state_participations
inner join replacing on state_participations.participation_id = replacing.participation_id;
