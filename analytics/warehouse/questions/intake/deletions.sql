-- One row: the people left out because their day of deletion has passed, and their participations.
select
    people_deleted,
    participations_affected
from deletions
