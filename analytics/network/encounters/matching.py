"""Pairs that begin to cooperate, and pairs like them that do not.

A *case* is a pair of organisations whose first cooperation begins; its *controls* are pairs that do not cooperate until
that day, of the same kinds and regions, each partner as keen on events as its counterpart. Without that last, keen
organisations, which come to many events and begin many cooperations, make a difference where there is none.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.network.days import NEVER, day_numbers
from analytics.network.encounters.encounters import UNKNOWN_DAY, Encounters

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

CONTROLS = 4
WINDOW = 365
"""For so many days before its beginning a cooperation's partners are asked whether they met, and how keen they were."""
SEED = 1959
MOST_CASES = 10_000
"""Of more pairs that begin so many are drawn: they say as much, and time and memory have an end."""

_ACTIVITY_CLASSES = (1, 2, 3, 4, 5, 7, 10, 15)
_DRAWS = 64


@dataclass(frozen=True)
class MatchedPairs:
    """One row per pair, each set's case before its controls: set, first, second, day, is_case.

    ``set`` numbers the sets from 0; first and second are organisations' places; day is when the case began.
    ``unmatched`` cases have no comparable pair; ``not_drawn`` ones were not drawn, as there are too many.
    """

    pairs: pd.DataFrame
    unmatched: int
    not_drawn: int = 0


def matched_pairs(encounters: Encounters, *, seed: int = SEED) -> MatchedPairs:
    """The cases with up to :data:`CONTROLS` controls each, drawn at random, the same for the same ``seed``.

    A case is a pair whose first cooperation of all has a dated first contact and did not exist before the network
    (origin). A control is a pair that on that day has no cooperation, not even one of unknown day, both of whose
    organisations were there (member_since, left_on), and which are like the case's two, one each: of the same kind, the
    same region (core, rest of Westphalia, beyond, unknown), and the same class of events attended in the
    :data:`WINDOW` days up to it (0, 1, 2, 3, 4, 5-6, 7-9, 10-14, 15 and more). Where there are too few, the region is
    left out. The coordinating office is in no pair. Of more than :data:`MOST_CASES` cases so many are looked at, drawn
    at random, the same for the same ``seed``.
    """
    rng = np.random.default_rng(seed)
    lookout = _Lookout(encounters)
    couples = encounters.couples
    new = couples[couples["is_new"] & (couples["contact"] != UNKNOWN_DAY) & (couples["contact"] < NEVER)]
    new = new[~lookout.coordinates[new["first"]] & ~lookout.coordinates[new["second"]]]
    new = new.sort_values(["contact", "first", "second"])
    not_drawn = max(len(new) - MOST_CASES, 0)
    if not_drawn:
        new = new.iloc[np.sort(rng.choice(len(new), MOST_CASES, replace=False))]
    sets: list[Numbers] = []
    unmatched = 0
    for first, second, day in new[["first", "second", "contact"]].to_numpy().tolist():
        lookout.turn_to(day)
        controls = lookout.controls(first, second, rng)
        if not controls:
            unmatched += 1
            continue
        pairs = np.array([(first, second), *controls])
        sets.append(np.column_stack([np.full(len(pairs), len(sets)), pairs, np.full(len(pairs), day)]))
    rows = np.concatenate(sets) if sets else np.zeros((0, 4), dtype=np.int64)
    frame = pd.DataFrame(rows, columns=["set", "first", "second", "day"])
    return MatchedPairs(frame.assign(is_case=~frame.duplicated("set")), unmatched, not_drawn)


class _Lookout:
    """Looks out, day after day, for pairs that are comparable with one that begins."""

    def __init__(self, encounters: Encounters) -> None:
        organisations, visits, couples = encounters.organisations, encounters.visits, encounters.couples
        self._size = len(organisations)
        self._kind, self._region = encounters.kinds, encounters.regions
        self.coordinates: Flags = organisations["is_coordinator"].to_numpy(dtype=bool)
        since = day_numbers(organisations["member_since"])
        self._since = np.where(since == NEVER, UNKNOWN_DAY, since)
        self._until = day_numbers(organisations["left_on"])
        self._visit_day, self._visitor = visits["day"].to_numpy(), visits["organisation"].to_numpy()
        self._tied = (couples["first"] * self._size + couples["second"]).to_numpy()  # in order, as couples are
        self._tied_since = couples["contact"].to_numpy()
        self._day: int | None = None
        self._alike: Numbers = np.zeros(0, dtype=np.int64)

    def turn_to(self, day: int) -> None:
        """From now on it is ``day``: who is there, and how keen everybody has been."""
        if day == self._day:
            return
        self._day = day
        low, high = np.searchsorted(self._visit_day, [day - WINDOW, day + 1])
        events = np.bincount(self._visitor[low:high], minlength=self._size)
        self._alike = self._kind * (len(_ACTIVITY_CLASSES) + 1) + np.digitize(events, _ACTIVITY_CLASSES)
        self._alike[self.coordinates | (self._since > day) | (self._until < day)] = -1

    def controls(self, first: int, second: int, rng: np.random.Generator) -> list[tuple[int, int]]:
        """Up to :data:`CONTROLS` pairs like the two that are not tied."""
        like = [self._like(place) for place in (first, second)]
        near = [
            among[self._region[among] == self._region[place]]
            for among, place in zip(like, (first, second), strict=True)
        ]
        found = self._drawn(near[0], near[1], rng)
        return found if len(found) == CONTROLS else self._drawn(like[0], like[1], rng)

    def _like(self, place: int) -> Numbers:
        """Whoever is of its kind and as keen; itself, too, even where it is not known to have been there."""
        alike = self._alike[place]
        if alike >= 0:
            return np.flatnonzero(self._alike == alike)
        return np.array([place])

    def _drawn(self, first: Numbers, second: Numbers, rng: np.random.Generator) -> list[tuple[int, int]]:
        """Pairs with one of each, none twice, none tied."""
        ones, others = first[rng.integers(len(first), size=_DRAWS)], second[rng.integers(len(second), size=_DRAWS)]
        low, high = np.minimum(ones, others), np.maximum(ones, others)
        codes = low * self._size + high
        place = np.minimum(np.searchsorted(self._tied, codes), len(self._tied) - 1)
        is_tied = (self._tied[place] == codes) & (self._tied_since[place] <= self._day)
        usable = codes[(ones != others) & ~is_tied].tolist()
        return [divmod(code, self._size) for code in list(dict.fromkeys(usable))[:CONTROLS]]
