"""What pairs that never met did meanwhile: the benchmark beside K28."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from analytics.network.days import NEVER, day_numbers
from analytics.network.encounters.after_meeting import DAYS, Couples, couples_of, cutoffs
from analytics.network.encounters.first_meetings import Meetings, Numbers
from analytics.warehouse import Period, ScopedCursor

Kinds = NDArray[np.str_]


@dataclass(frozen=True)
class NeverMet:
    """How many agreed among pairs that never met: the ``share`` in a year, 0 to 1, and the cases behind it.

    ``agreed`` is the number of agreements, ``years`` how long all those pairs together were at risk of one.
    """

    share: float
    agreed: int
    years: float


def never_met(asking: ScopedCursor, period: Period) -> NeverMet | None:
    """How many of the pairs of K28 would have agreed within a year, had they agreed as often as pairs that never met.

    A pair is at risk from the day on which both had been at some event until it meets, agrees, or the period's cut-off
    comes; not one that was no stranger by its first day. For every two kinds the agreements are divided by the years at
    risk, and these rates weighted by how many of K28's pairs are of the two kinds (direct standardisation). None where
    K28 has no pairs or nobody was at risk.
    """
    visits = asking.ask("meeting_attendances")
    last = int(cutoffs(asking, [period])[0])
    visits = visits[day_numbers(visits["happened_on"]) <= last]
    event, organisation = visits["event"].to_numpy(), visits["organisation"].to_numpy()
    guests = _Guests(event, organisation, day_numbers(visits["happened_on"]), visits["kind"].to_numpy(dtype=str), last)
    rows = [counted for counted in guests.by_kinds(couples_of(asking)) if counted.met and counted.years > 0]
    met = sum(counted.met for counted in rows)
    if not met:
        return None
    return NeverMet(
        share=sum(counted.met * counted.agreed / counted.years for counted in rows) / met,
        agreed=sum(counted.agreed for counted in rows),
        years=sum(counted.years for counted in rows),
    )


@dataclass(frozen=True)
class _Counted:
    """Pairs of two kinds: how many of K28's there are, and of those that had not met the agreements and years."""

    met: int
    agreed: int
    years: float


@dataclass(frozen=True)
class _Guests:
    """Visits up to the day ``last``, an entry each, in the order of events."""

    event: Numbers
    organisation: Numbers
    day: Numbers
    kind: Kinds
    last: int

    def by_kinds(self, couples: Couples) -> Iterator[_Counted]:
        """The counts of every two kinds."""
        size = int(max(self.organisation.max(initial=-1), couples.second.max(initial=-1))) + 1
        first_day = np.full(size, NEVER)
        np.minimum.at(first_day, self.organisation, self.day)
        kind_of = np.full(size, "", dtype=self.kind.dtype)
        kind_of[self.organisation] = self.kind
        whole = Meetings(self.event, self.organisation, self.day, size)
        met = whole.first_days(couples.first, couples.second)
        start = np.maximum(first_day[couples.first], first_day[couples.second])
        known = start <= self.last
        pairs = np.sort(np.column_stack([kind_of[couples.first], kind_of[couples.second]]), axis=1)
        single = {(kind,): self._of((kind,), first_day, kind_of) for kind in np.unique(self.kind)}
        for one, other in combinations_with_replacement(np.unique(self.kind), 2):
            met_pairs, days = single[one,]
            if one != other:
                both = self._of((one, other), first_day, kind_of)
                met_pairs = both[0] - single[one,][0] - single[other,][0]
                days = both[1] - single[one,][1] - single[other,][1]
            mine = known & (pairs == (one, other)).all(axis=1)
            begun, agreed, until = start[mine], couples.agreed[mine], np.minimum(met[mine], self.last)
            is_stranger = ~couples.are_familiar(start)[mine]
            leaves = np.where(is_stranger, np.minimum(agreed, until), begun)
            ripe = met[mine] <= self.last - DAYS
            yield _Counted(
                met=met_pairs - int((ripe & couples.are_familiar(met)[mine]).sum()),
                agreed=int((is_stranger & (agreed <= until) & (agreed > begun)).sum()),
                years=(days - int(np.maximum(until - np.maximum(leaves, begun), 0).sum())) / DAYS,
            )

    def _of(self, kinds: tuple[str, ...], first_day: Numbers, kind_of: Kinds) -> tuple[int, int]:
        """Of all pairs within ``kinds``: how many met a year ago or longer, and the days at risk of those not met."""
        among = np.isin(self.kind, kinds)
        by_day = Meetings(self.event[among], self.organisation[among], self.day[among], len(first_day)).by_day
        days, counts = by_day["day"].to_numpy(), by_day["pairs"].to_numpy()
        begun = np.sort(first_day[np.isin(kind_of, kinds) & (first_day < NEVER)])
        waited = int((np.arange(len(begun)) * (self.last - begun)).sum())
        return int(counts[days <= self.last - DAYS].sum()), waited - int((counts * (self.last - days)).sum())
