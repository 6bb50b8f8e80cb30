"""Who has met whom at an event, and when."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analytics.demo.period import Day, Days

REMEMBERED_DAYS = 365
"""For so long an encounter makes a cooperation more likely."""


@dataclass(frozen=True)
class Encounters:
    """The days of all events in order, and which organisations (columns) attended each of them (rows)."""

    days: Days
    attended: NDArray[np.bool_]

    def met(self, organisation: int, before: Day) -> NDArray[np.bool_]:
        """Which organisations attended an event with this one in the 365 days before the day."""
        recent = self._recent(before)
        shared = self.attended[recent][self.attended[recent, organisation]]
        return np.asarray(shared.any(axis=0))

    def last_shared(self, first: int, second: int, before: Day) -> int | None:
        """The last event that both attended in the 365 days before the day."""
        recent = self._recent(before)
        both = np.flatnonzero(self.attended[recent, first] & self.attended[recent, second])
        return int(recent.start + both[-1]) if len(both) else None

    def _recent(self, before: Day) -> slice:
        since = before - np.timedelta64(REMEMBERED_DAYS, "D")
        start, end = np.searchsorted(self.days, np.array([since, before]))
        return slice(int(start), int(end))
