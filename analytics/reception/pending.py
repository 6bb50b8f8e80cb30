"""Lines of a journal that stand in no batch yet, and when they are to become one.

A journal remembers by lines of its own up to which of its lines batches have been made.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from analytics.store import Line

QUIET, LONGEST = timedelta(seconds=60), timedelta(minutes=5)
"""A batch is made when nothing has come for so long, and of what comes without pause, after the longest time."""


def unsettled(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of which no batch has been made."""
    return lines[max((line["settled"] for line in lines if "settled" in line), default=0) :]


def settled(lines: Sequence[Line], batch: str | None) -> Line:
    """The line that says that of all ``lines`` a batch has been made, or that there was nothing to write."""
    return {"settled": len(lines), "batch": batch}


def are_due(waiting: Sequence[Line], now: datetime) -> bool:
    """Whether a batch is to be made of what waits: after a while of quiet, or after the longest time."""
    times, at = [datetime.fromisoformat(line["at"]) for line in waiting], now.astimezone(UTC)
    return bool(times) and (at - max(times) >= QUIET or at - min(times) >= LONGEST)
