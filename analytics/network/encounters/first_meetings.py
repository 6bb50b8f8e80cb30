"""Which pairs of organisations met for the first time on which day.

An event of 80 guests makes 3,160 pairs, a thousand such events as many as no table should hold. So pairs are never
listed: each organisation has a row of bits, one for each other organisation, set when they first share an event; what
an event adds is counted. Time grows with the attendances times organisations / 64, memory is bounded by
:data:`_MOST_BYTES`.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.network.days import NEVER

Numbers = NDArray[np.int64]
_MOST_BYTES = 64_000_000
_BITS = 64


@dataclass(frozen=True)
class Meetings:
    """One entry per event and organisation that was there, in the order of days, each event's together.

    ``event`` numbers the events in the order of days, ``organisation`` the organisations below ``size``,
    ``day`` is in days since 1970. No organisation is twice at one event.
    """

    event: Numbers
    organisation: Numbers
    day: Numbers
    size: int

    @cached_property
    def by_day(self) -> pd.DataFrame:
        """One row per day on which pairs met for the first time: day (a number), pairs (how many), in order."""
        starts = self._starts
        counts = np.zeros(len(starts), dtype=np.int64)
        step = max(_BITS, _MOST_BYTES // max(self.size // 8, 1))
        for low in range(0, self.size, step):
            counts += self._new_neighbours(low, min(low + step, self.size))
        pairs = pd.Series(counts // 2, index=self.day[starts]).groupby(level=0).sum()
        return pairs[pairs > 0].rename_axis("day").reset_index(name="pairs")

    def first_days(self, first: Numbers, second: Numbers) -> Numbers:
        """For each pair the day of its first shared event; NEVER where there is none."""
        found = np.full(len(first), NEVER)
        involved = np.unique(np.concatenate([first, second]))
        kept = np.isin(self.organisation, involved)
        starts = self._starts
        been = np.zeros((len(involved), len(starts)), dtype=bool)
        rank = np.cumsum(np.diff(self.event, prepend=-1) != 0) - 1
        been[np.searchsorted(involved, self.organisation[kept]), rank[kept]] = True
        first, second = np.searchsorted(involved, first), np.searchsorted(involved, second)
        step = max(1, _MOST_BYTES // max(len(starts), 1))
        for low in range(0, len(first), step) if len(starts) else ():
            shared = been[first[low : low + step]] & been[second[low : low + step]]
            days = self.day[starts][shared.argmax(axis=1)]
            found[low : low + step] = np.where(shared.any(axis=1), days, NEVER)
        return found

    @property
    def _starts(self) -> Numbers:
        """Where each event's entries begin."""
        return np.flatnonzero(np.diff(self.event, prepend=-1))

    def _new_neighbours(self, low: int, high: int) -> Numbers:
        """For each event: how many organisations were new to those from ``low`` to before ``high``, in all."""
        words = -(-self.size // _BITS)
        met = np.zeros((high - low, words), dtype=np.uint64)
        places = np.arange(low, high)
        met[places - low, places // _BITS] = np.uint64(1) << (places % _BITS).astype(np.uint64)  # nobody meets itself
        counts = []
        for guests in np.split(self.organisation, self._starts[1:]) if len(self.organisation) else ():
            flags = np.zeros(words * _BITS, dtype=bool)
            flags[guests] = True
            present = np.packbits(flags, bitorder="little").view(np.uint64)
            rows = guests[(guests >= low) & (guests < high)] - low
            known = met[rows]
            counts.append(int(np.bitwise_count(present & ~known).sum()))
            met[rows] = known | present
        return np.array(counts, dtype=np.int64)
