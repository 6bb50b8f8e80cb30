-- One row: how many cooperations are recorded; how many of them count nowhere because their history contradicts itself,
-- how many of the others have fewer than two known members (one_sided), and how many of those left no dated stage.
-- disclosure: totals
select
    count(*) as recorded,
    count(*) filter (where contradiction is not null) as contradictory,
    count(*) filter (where contradiction is null and not is_between_partners(members, partners)) as one_sided,
    count(*) filter (
        where contradiction is null and is_between_partners(members, partners) and contact_on is null
    ) as undated
from recorded_cooperations
