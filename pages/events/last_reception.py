"""What the last reception led to, and the one before it."""

from collections.abc import Hashable, Mapping
from typing import Any

from analytics.warehouse import Period
from pages.parts.questions import answer
from pages.parts.visit import Visit


def last_reception(visit: Visit) -> str | None:
    """Two sentences on what began among guests of the last two receptions up to the visitor's day; None without any."""
    if visit.view.first_day is None:
        return None
    events = answer(visit, "events_aftermath", [Period(visit.view.first_day, visit.day, "until")])
    receptions = events[events["format"] == "reception"].head(2).to_dict("records")
    if not receptions:
        return None
    keys = ("events.reception_last", "events.reception_before")
    return " ".join(_told(visit, row, key) for row, key in zip(receptions, keys, strict=False))


def _told(visit: Visit, row: Mapping[Hashable, Any], key: str) -> str:
    days, begun = int(row["days_passed"]), int(row["within_365"] + row["otherwise"])
    named = visit.text(key, title=row["title"], date=visit.language.date(row["starts_on"]))
    span = visit.text("events.within_a_year") if days >= 365 else visit.text("events.within_days", n=days)
    if not begun:
        return f"{named} {visit.text('events.reception_none', span=span)}"
    return f"{named} {visit.text('events.reception_began', span=span, n=begun)}"
