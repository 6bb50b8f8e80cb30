"""The people's table: random keys with an organisation, a role and a day of deletion."""

import numpy as np
import pandas as pd
from numpy.random import Generator

from analytics.demo.attendance import Attendance
from analytics.demo.events import Events
from analytics.demo.frames import model_frame
from analytics.demo.guests import NOBODY, Guests
from analytics.demo.organisations import Organisations
from analytics.demo.period import Days
from analytics.demo.streams import draw_one

_ROLE_GROUPS = {
    "company": {"Geschäftsführung": 4, "Technik und Produktion": 4, "Nachhaltigkeit": 2, "Vertrieb": 2, "Personal": 1},
    "startup": {"Gründungsteam": 6, "Technik und Produktion": 3, "Vertrieb": 1},
    "science": {"Forschung": 6, "Transfer": 3, "Leitung": 1},
    "public": {"Verwaltung": 5, "Leitung": 2, "Transfer": 1},
    "multiplier": {"Verbandsarbeit": 5, "Leitung": 2},
    "unknown": {"Sonstige": 1},
}
_KEPT_YEARS = 5


def people_table(
    rng: Generator, guests: Guests, attendance: Attendance, events: Events, organisations: Organisations
) -> pd.DataFrame:
    """One row for each person who was ever registered, to be deleted five full years after the last event."""
    order = np.argsort(attendance.event, kind="stable")
    last_event = {
        int(person): int(event) for person, event in zip(attendance.person[order], attendance.event[order], strict=True)
    }
    seen = sorted(last_event, key=lambda person: str(guests.keys[person]))
    last_day = events.days[[last_event[person] for person in seen]]
    has_changed = guests.changes_on[seen] <= last_day
    employer = np.where(has_changed, guests.later_employer[seen], guests.employer[seen])
    return model_frame(
        "people",
        {
            "person_id": guests.keys[seen],
            "organisation_id": [None if place == NOBODY else organisations.ids[place] for place in employer],
            "role_group": [_role_group(rng, place, organisations) for place in employer],
            "delete_after": _end_of_year(last_day, _KEPT_YEARS),
        },
    )


def _role_group(rng: Generator, organisation: int, organisations: Organisations) -> str | None:
    if organisation == NOBODY:
        return None
    return draw_one(rng, _ROLE_GROUPS[str(organisations.kind[organisation])])


def _end_of_year(days: Days, later: int) -> Days:
    """The last day of the year so many years after each day's."""
    return np.asarray((days.astype("datetime64[Y]") + later + 1).astype("datetime64[D]") - 1)
