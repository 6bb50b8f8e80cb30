"""The events: the calendar's lines with days, venues, places and costs."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator
from numpy.typing import NDArray

from analytics.demo import topics
from analytics.demo.agenda import AGENDA, RECEPTION_2024, Entry
from analytics.demo.formats import FORMATS, GROWTH
from analytics.demo.frames import model_frame
from analytics.demo.organisations import Organisations
from analytics.demo.period import Day, Days, days_of_month, year_of
from analytics.demo.streams import chance, one_of
from analytics.demo.venues import ONLINE, RECEPTION_2024_VENUE, district_of, venue_in

_RECEPTION_2024_DAY: Day = np.datetime64("2024-06-13", "D")
_MODES = {"webinar": "online"}
_UNLISTED = {"reception": 0.6, "forum": 0.5, "company_visit": 0.25}
_PUBLIC = ("reception", "forum", "webinar", "matchmaking")


@dataclass(frozen=True)
class Events:
    """The events' table, and beside it, row by row, what the making of the other tables needs.

    ``guests`` is how many come (or, to what is only planned, have registered);
    ``host`` is the position of the organisation at which the event is held, or -1.
    """

    table: pd.DataFrame
    ids: NDArray[np.str_]
    days: Days
    format: NDArray[np.str_]
    status: NDArray[np.str_]
    district: NDArray[np.str_]
    topics: NDArray[np.bool_]
    guests: NDArray[np.int64]
    host: NDArray[np.int64]

    def is_reception_2024(self, event: int) -> bool:
        """Whether it is the reception that follows a real one."""
        return bool(self.days[event] == _RECEPTION_2024_DAY)


def make_events(rng: Generator, organisations: Organisations) -> Events:
    """The seventy events, in the order of their days."""
    agenda = sorted(zip(_days(rng), range(len(AGENDA)), AGENDA, strict=True))
    days = np.array([day for day, _, _ in agenda])
    entries = [entry for _, _, entry in agenda]
    host = np.array([_host(rng, entry, day, organisations) for entry, day in zip(entries, days, strict=True)])
    guests = np.array([_guests(rng, entry) for entry in entries])
    ids = np.array([f"V{number:02}" for number in range(1, len(entries) + 1)])
    districts = [district_of(entry.town) if entry.town else None for entry in entries]
    table = model_frame(
        "events",
        {
            "event_id": ids,
            "title": [entry.title for entry in entries],
            "starts_on": days,
            "ends_on": [_ends_on(entry, day) for entry, day in zip(entries, days, strict=True)],
            "format": [entry.format for entry in entries],
            "mode": [_mode(rng, entry) for entry in entries],
            "venue": _venues(entries, host, organisations),
            "district": districts,
            "topics": [topics.joined(entry.topics) for entry in entries],
            "is_public": [entry.format in _PUBLIC for entry in entries],
            "status": [entry.status for entry in entries],
            **_numbers(rng, entries, guests),
        },
    )
    return Events(
        table=table,
        ids=ids,
        days=days,
        format=np.array([entry.format for entry in entries]),
        status=np.array([entry.status for entry in entries]),
        district=np.array([district or "" for district in districts]),
        topics=np.array([topics.flags(entry.topics) for entry in entries]),
        guests=guests,
        host=host,
    )


def _days(rng: Generator) -> list[Day]:
    """A day in each line's month; no two events share a day."""
    taken: set[Day] = {_RECEPTION_2024_DAY}
    days: list[Day] = []
    for entry in AGENDA:
        free = [day for day in days_of_month(entry.month) if day not in taken]
        days.append(_RECEPTION_2024_DAY if entry.title == RECEPTION_2024 else one_of(rng, free))
        taken.add(days[-1])
    return days


def _guests(rng: Generator, entry: Entry) -> int:
    if entry.title == RECEPTION_2024:
        return int(rng.integers(83, 90))
    usual = FORMATS[entry.format].guests * GROWTH[int(entry.month[:4])] * rng.lognormal(0.0, 0.12)
    share = {"held": 1.0, "planned": 0.35, "cancelled": 0.4}[entry.status]
    return round(usual * share)


def _host(rng: Generator, entry: Entry, day: Day, organisations: Organisations) -> int:
    """For a company visit, a keen manufacturer of the district that may be named and cares for the topic; else -1."""
    if entry.format != "company_visit":
        return -1
    may_host = (
        organisations.is_manufacturer
        & (organisations.district == district_of(entry.town))
        & organisations.table["consents_to_name"].to_numpy(dtype=bool)
        & organisations.present(day)
    )
    concerned = may_host & (organisations.interests @ topics.flags(entry.topics))
    candidates = np.flatnonzero(concerned if concerned.any() else may_host)
    if not len(candidates):
        return -1
    weights = organisations.activity[candidates]
    return int(rng.choice(candidates, p=weights / weights.sum()))


def _venues(entries: list[Entry], host: NDArray[np.int64], organisations: Organisations) -> list[str]:
    names = organisations.table["name"].tolist()
    venues = []
    for turn, entry in enumerate(entries):
        if entry.title == RECEPTION_2024:
            venues.append(RECEPTION_2024_VENUE)
        elif host[turn] >= 0:
            venues.append(f"{names[host[turn]]}, {entry.town}")
        else:
            venues.append(venue_in(entry.town, turn) if entry.town else ONLINE)
    return venues


def _ends_on(entry: Entry, day: Day) -> Day | None:
    """The autumn forums of the later years last two days."""
    lasts_two_days = entry.title.startswith("Herbstforum") and year_of(day) >= 2025
    return day + np.timedelta64(1, "D") if lasts_two_days else None


def _mode(rng: Generator, entry: Entry) -> str:
    return _MODES.get(entry.format) or (
        "hybrid" if entry.format in ("forum", "board") and chance(rng, 0.3) else "on_site"
    )


def _numbers(rng: Generator, entries: list[Entry], guests: NDArray[np.int64]) -> dict[str, list[Any]]:
    """Places, expectation, uncounted guests and costs."""
    numbers: dict[str, list[Any]] = {
        "capacity": [],
        "expected_attendance": [],
        "unlisted_headcount": [],
        "cost_eur": [],
    }
    for entry, count in zip(entries, guests, strict=True):
        is_model = entry.title == RECEPTION_2024
        is_held = entry.status == "held"
        wished = count if is_held else FORMATS[entry.format].guests * 1.1
        expected = 80 if is_model else 5 * round(wished * rng.uniform(0.85, 1.15) / 5)
        numbers["expected_attendance"].append(expected)
        numbers["capacity"].append(5 * round((max(expected, count) * 1.2 + 2) / 5))
        is_counted = is_held and not is_model and chance(rng, _UNLISTED.get(entry.format, 0.0))
        numbers["unlisted_headcount"].append(int(rng.integers(4, 15)) if is_counted else None)
        cost = round(FORMATS[entry.format].cost_per_place * expected * rng.lognormal(0.0, 0.15), -1)
        is_known = is_held and (is_model or chance(rng, 0.88))
        numbers["cost_eur"].append(cost + 400 if is_known else None)
    return numbers
