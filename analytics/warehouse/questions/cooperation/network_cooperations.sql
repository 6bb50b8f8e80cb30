-- One row per cooperation in scope with the days on which it came to its stages; without an agreed_on it ties nobody.
-- disclosure: named
select
    cooperation_id,
    title,
    kind,
    origin,
    origin_event_id,
    contact_on,
    exchange_on,
    agreed_on,
    joint_on,
    lasting_on,
    ended_on
from cooperations
order by cooperation_id
