"""The participations' table: one row per event and guest, and a few for groups that were only counted."""

from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator
from numpy.typing import NDArray

from analytics.demo.attendance import Attendance
from analytics.demo.events import Events
from analytics.demo.formats import FORMATS
from analytics.demo.frames import model_frame
from analytics.demo.guests import NOBODY, Guests
from analytics.demo.organisations import COORDINATOR, Organisations
from analytics.demo.period import AS_OF, Days

_GROUPS = 14
_GROUP_FORMATS = ("reception", "forum", "company_visit")
_GROUP_KINDS = ("company", "science", "public", "multiplier")


def participations_table(
    rng: Generator, attendance: Attendance, guests: Guests, events: Events, organisations: Organisations
) -> pd.DataFrame:
    """All registrations, in the order of events; groups stand last."""
    walk_in = _walk_ins(rng, attendance, events)
    registered = _registered_on(rng, events.days[attendance.event])
    columns: dict[str, list[Any]] = {
        "event_id": events.ids[attendance.event].tolist(),
        "organisation_id": [None if place == NOBODY else organisations.ids[place] for place in attendance.organisation],
        "person_id": guests.keys[attendance.person].tolist(),
        "persons": [1] * len(attendance.event),
        "status": _statuses(attendance, events).tolist(),
        "walk_in": walk_in.tolist(),
        "role": _roles(rng, attendance, events, walk_in),
        "registered_on": list(np.where(walk_in, np.datetime64("NaT"), registered)),
    }
    for name, values in _groups(rng, events, organisations).items():
        columns[name].extend(values)
    count = len(columns["event_id"])
    ids = [f"T{number:04}" for number in range(1, count + 1)]
    return model_frame("participations", {"participation_id": ids, **columns})


def _statuses(attendance: Attendance, events: Events) -> NDArray[np.str_]:
    status = np.where(attendance.came, "attended", np.where(attendance.stayed_away, "no_show", "cancelled"))
    is_planned = (events.status == "planned")[attendance.event]
    is_first = np.zeros(len(status), dtype=bool)
    for event in np.flatnonzero(events.status == "planned"):
        rows = np.flatnonzero(attendance.event == event)
        is_first[rows[: int(events.guests[event])]] = True
    return np.where(is_planned & is_first, "registered", status)


def _walk_ins(rng: Generator, attendance: Attendance, events: Events) -> NDArray[np.bool_]:
    """Who came without having registered; never the coordinator's own people or the host's."""
    share = np.array([FORMATS[str(name)].walk_ins for name in events.format])[attendance.event]
    is_at_home = (attendance.organisation == COORDINATOR) | _is_host(attendance, events)
    return np.asarray(attendance.came & ~is_at_home & (rng.random(len(share)) < share))


def _registered_on(rng: Generator, event_days: Days) -> Days:
    """Up to ten weeks before the event, mostly in the last three; for what is to come, before the data ends."""
    ahead = np.minimum(rng.exponential(17.0, size=len(event_days)).astype(int) + 1, 70)
    return np.asarray(np.minimum(event_days, AS_OF) - ahead.astype("timedelta64[D]"))


def _is_host(attendance: Attendance, events: Events) -> NDArray[np.bool_]:
    host = events.host[attendance.event]
    return np.asarray((host >= 0) & (host == attendance.organisation))


def _roles(rng: Generator, attendance: Attendance, events: Events, walk_in: NDArray[np.bool_]) -> list[str]:
    """The coordinator and the host's people are hosts; some of those who came speak; receptions have sponsors."""
    hosts = _is_host(attendance, events) | (attendance.organisation == COORDINATOR)
    roles = np.where(hosts, "host", "guest").astype("<U7")
    may_act = attendance.came & ~hosts & ~walk_in & (attendance.organisation != NOBODY)
    for event, name in enumerate(events.format):
        candidates = rng.permutation(np.flatnonzero(may_act & (attendance.event == event)))
        speakers = FORMATS[str(name)].speakers
        roles[candidates[:speakers]] = "speaker"
        if name == "reception":
            roles[candidates[speakers : speakers + 2]] = "sponsor"
    return [str(role) for role in roles]


def _groups(rng: Generator, events: Events, organisations: Organisations) -> dict[str, list[Any]]:
    """Groups of which only the organisation and the number of heads is known."""
    open_to_groups = (events.status == "held") & np.isin(events.format, _GROUP_FORMATS)
    candidates = [event for event in np.flatnonzero(open_to_groups) if not events.is_reception_2024(int(event))]
    chosen = np.sort(rng.choice(candidates, size=_GROUPS, replace=False))
    fitting = np.isin(organisations.kind, _GROUP_KINDS)
    senders = [int(rng.choice(np.flatnonzero(fitting & organisations.present(day)))) for day in events.days[chosen]]
    return {
        "event_id": events.ids[chosen].tolist(),
        "organisation_id": organisations.ids[senders].tolist(),
        "person_id": [None] * _GROUPS,
        "persons": rng.integers(2, 8, size=_GROUPS).tolist(),
        "status": ["attended"] * _GROUPS,
        "walk_in": [False] * _GROUPS,
        "role": ["guest"] * _GROUPS,
        "registered_on": list(_registered_on(rng, events.days[chosen])),
    }
