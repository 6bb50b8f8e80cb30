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
        _line,
        row_number() over (partition by event_id, organisation_id order by _line) as position
    from typed as given
    where participation_id is null and person_id is null
) as unnamed on typed._line = unnamed._line
