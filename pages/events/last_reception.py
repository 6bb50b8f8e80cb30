"""What the last reception led to, and the one before it."""

from collections.abc import Hashable, Mapping
from typing import Any

from analytics.warehouse import Period
from pages.parts.page_context import PageContext
from pages.parts.questions import answer


def last_reception(context: PageContext) -> str | None:
    """Two sentences on what began among guests of the last two receptions up to the visitor's day; None without any."""
    if context.view.first_day is None:
        return None
    events = answer(context, "events_aftermath", [Period(context.view.first_day, context.day, "until")])
    receptions = events[events["format"] == "reception"].head(2).to_dict("records")
    if not receptions:
        return None
    keys = ("events.reception_last", "events.reception_before")
    return " ".join(_told(context, row, key) for row, key in zip(receptions, keys, strict=False))


def _told(context: PageContext, row: Mapping[Hashable, Any], key: str) -> str:
    days, begun = int(row["days_passed"]), int(row["within_365"] + row["otherwise"])
    named = context.text(key, title=row["title"], date=context.language.date(row["starts_on"]))
    span = context.text("events.within_a_year") if days >= 365 else context.text("events.within_days", n=days)
    if not begun:
        return f"{named} {context.text('events.reception_none', span=span)}"
    return f"{named} {context.text('events.reception_began', span=span, n=begun)}"
