-- One row per event.
create table base.events as
select
    events.* replace (
        case
            when events.district in ('elsewhere', 'abroad') then events.district
            when known.ags5 is not null then events.district
            when events.district is not null then 'elsewhere'
        end as district
    )
from state.events as events
left join base.districts as known on events.district = known.ags5;
