-- How many people are left out because their day of deletion has passed, and of how many participations their keys.
create table base.deletions as
with deleted as (
    select person_id
    from state.people
    where delete_after <= getvariable('deleted_until')
)

select
    (select count(*) from deleted) as people_deleted,
    (
        select count(*)
        from state.participations
        where person_id in (select deleted.person_id from deleted)
    ) as participations_affected;
