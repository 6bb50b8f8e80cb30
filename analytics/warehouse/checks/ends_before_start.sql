-- A project that ends before it starts, where one row of a foreign format says both.
insert into rejections
select
    cooperations._source, cooperations._line, 'cooperations', 'ended_on', 'wrong_order',
    cooperations.ended_on || ' < ' || stages.since
from draft_cooperations as cooperations
inner join draft_cooperation_stages as stages
    on cooperations._source = stages._source and cooperations._line = stages._line
where stages.since > cooperations.ended_on;
