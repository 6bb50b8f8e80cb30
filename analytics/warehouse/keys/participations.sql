-- A participation's key where the file has none: event and person, or event and organisation with a running
-- number, so that two unnamed guests of one organisation remain two.
select
    typed.* replace (
        coalesce(
            typed.participation_id,
            concat(
                typed.event_id, '/',
                coalesce(typed.person_id, concat(typed.organisation_id, '#', unnamed.position))
            )
        ) as participation_id
    )
from typed
left join (
    select
        given._line,
        row_number() over (partition by given.event_id, given.organisation_id order by given._line) as position
    from typed as given
    where given.participation_id is null and given.person_id is null
) as unnamed on typed._line = unnamed._line
