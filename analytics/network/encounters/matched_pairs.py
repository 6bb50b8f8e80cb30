"""Do pairs that met at an event begin to cooperate more often than comparable pairs that did not?

Cases and their controls (:mod:`.matching`) are asked whether the two were at one event in the time
before. What comes out is an association: keen organisations both attend and cooperate, and what they have in common
besides (topics, acquaintances) may bring them to both.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.network.encounters.encounters import Encounters
from analytics.network.encounters.matching import SEED, WINDOW, MatchedPairs, matched_pairs
from analytics.network.encounters.permuted_attendance import permuted_attendance

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Numerics = NDArray[np.float64]

FEWEST_CASES = 20
"""Below so many new pairs only counts are given."""
LEVEL = 0.05
"""What chance brings about less often than this, and whose interval excludes 1, is called an association."""

_PERMUTATIONS = 999
_Z95 = 1.959964
_USUAL_PERMUTATIONS, _FEWEST_PERMUTATIONS, _MOST_DEALT = 199, 19, 30_000_000
"""With very many attendances fewer permutations are made, so that it takes a minute and not an hour.

For the usual number twice as many may be dealt; fewer than that are told; fewer than the fewest say nothing.
"""


@dataclass(frozen=True)
class Comparison:
    """How often cases and their controls had met in the ``window`` days before, and what that says.

    As controls are drawn from those who have not begun yet, the odds ratio says how many times as often pairs that met
    begin (Prentice & Breslow 1978, Biometrika 65:153).

    ``cases``, ``controls``: pairs; ``exposed_cases``, ``exposed_controls``: how many of them had met. ``unmatched``:
    new pairs without any comparable pair, which are in none of these counts, nor are the ``not_drawn`` ones, which are
    more than could be looked at. ``is_short`` says that the attendance was too large for the usual number of
    permutations, or for any. ``odds_ratio`` is the one of Mantel and
    Haenszel over the matched sets, R / S with R = sum of a (m - c) / (m + 1) and S = sum of (1 - a) c / (m + 1), where
    of a set a is 1 if its case had met, and c of its m controls had (Mantel & Haenszel 1959, JNCI 22:719; Breslow & Day
    1980, Statistical Methods in Cancer Research I, chapter 5). ``low`` and ``high`` bound its 95 % interval, in which
    the sets that begin on one day count as one, as the pairs of one cooperation do not speak independently: log(R / S)
    plus or minus 1.96 roots of the sum over days of the squared sum of r / R - s / S, where r and s are a set's parts
    of R and S (the sandwich estimate for clusters, Liang & Zeger 1986, Biometrika 73:13). ``expected`` is the median
    odds ratio over ``permutations`` of the attendance that leave every event its size and everybody the number of
    visits: what is left of 1 in it comes from how keen the pairs' organisations are and from events that cannot be
    dealt anew. ``p_value`` is the share of permutations with at least as high an odds ratio, the real one included:
    (b + 1) / (B + 1), as in the quadratic assignment procedure (Krackhardt 1988, Social Networks 10:359). All five are
    None below :data:`FEWEST_CASES` cases, the first three also where R or S is 0, and none has a unit.
    """

    window: int
    cases: int
    exposed_cases: int
    controls: int
    exposed_controls: int
    unmatched: int
    odds_ratio: float | None = None
    low: float | None = None
    high: float | None = None
    expected: float | None = None
    p_value: float | None = None
    permutations: int = 0
    not_drawn: int = 0
    is_short: bool = False

    @property
    def finds(self) -> bool:
        """Whether it finds that pairs that met begin more often.

        Both must say so: the interval lies above 1, and chance gives as much less often than :data:`LEVEL`. On 60
        invented regions without an association none did, where each by itself errs in 3 to 4 %.
        """
        return self.low is not None and self.low > 1 and self.p_value is not None and self.p_value < LEVEL


def table(comparisons: Sequence[Comparison]) -> pd.DataFrame:
    """One row per comparison with all that it says: the fields of :class:`Comparison`, and finds.

    ``not_drawn`` only where there are so many new pairs that some were; ``permutations_made`` only where they are few.
    """
    rows = [asdict(comparison) | {"finds": comparison.finds} for comparison in comparisons]
    names = [field.name for field in fields(Comparison)]
    frame = pd.DataFrame(rows, columns=[*names, "finds"])
    if not frame["not_drawn"].any():
        frame = frame.drop(columns="not_drawn")
    if frame["is_short"].any():
        frame["permutations_made"] = frame["permutations"]
    frame = frame.drop(columns="is_short")
    return frame.astype(dict.fromkeys(("odds_ratio", "low", "high", "expected", "p_value"), float))


def compared(
    encounters: Encounters,
    windows: tuple[int, ...] = (WINDOW, 180),
    *,
    permutations: int = _PERMUTATIONS,
    seed: int = SEED,
) -> list[Comparison]:
    """One comparison per window (days before the beginning in which the two may have met), the same for one ``seed``.

    Had met means: a shared event on the day of the cooperation's first contact or at most ``window`` days before. A
    contact made at an event is recorded with the event's day; the funnel counts it, too.
    """
    matched = matched_pairs(encounters, seed=seed)
    real = _Sets(matched.pairs)
    times = _times(permutations, len(encounters.visits))
    is_short = times < min(permutations, _USUAL_PERMUTATIONS)
    met = [real.met(encounters.visits, window) for window in windows]
    if real.cases < FEWEST_CASES:
        return [real.counted(window, flags, matched) for window, flags in zip(windows, met, strict=True)]
    by_chance = real.met_by_chance(encounters, windows, times, np.random.default_rng(seed))
    return [
        replace(real.concluded(real.counted(window, flags, matched), flags, chance), is_short=is_short)
        for window, flags, chance in zip(windows, met, by_chance, strict=True)
    ]


def _times(wanted: int, visits: int) -> int:
    """How many permutations are made of so many ``visits``; 0 where not even the fewest can be."""
    dealt = _MOST_DEALT // max(visits, 1)
    if dealt < _USUAL_PERMUTATIONS and _USUAL_PERMUTATIONS * visits <= 2 * _MOST_DEALT:
        dealt = _USUAL_PERMUTATIONS
    return min(wanted, dealt) if dealt >= min(wanted, _FEWEST_PERMUTATIONS) else 0


class _Sets:
    """The matched sets as numbers, and what is computed of them."""

    def __init__(self, pairs: pd.DataFrame) -> None:
        self._first, self._second, self._day = (pairs[name].to_numpy() for name in ("first", "second", "day"))
        self._starts = np.flatnonzero(pairs["is_case"].to_numpy(dtype=bool))
        self._controls = np.diff(self._starts, append=len(pairs)) - 1

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return len(self._starts)

    def met(self, visits: pd.DataFrame, window: int) -> Flags:
        """Whether each pair was at one event in the ``window`` days before its day."""
        met = np.zeros(len(self._day), dtype=bool)
        for _, rows in visits.groupby("event"):
            day, guests = int(rows["day"].iloc[0]), rows["organisation"].to_numpy()
            asked = np.flatnonzero(self._asks(day, window) & ~met)
            met[asked] = np.isin(self._first[asked], guests) & np.isin(self._second[asked], guests)
        return met

    def met_by_chance(
        self, encounters: Encounters, windows: tuple[int, ...], times: int, rng: np.random.Generator
    ) -> list[Flags]:
        """The same under attendance dealt anew ``times`` times, for each window: shape (pairs, times)."""
        size = len(encounters.places)
        met = [np.zeros((len(self._day), times), dtype=bool) for _ in windows]
        dealt = permuted_attendance(encounters.visits, encounters.kinds, times, rng) if times else ()
        for start, block in dealt:
            place = np.full(size, -1)
            place[block.organisations] = np.arange(len(block.organisations))
            first, second = place[self._first], place[self._second]
            known = (first >= 0) & (second >= 0)
            chosen = slice(start, start + block.present.shape[2])
            for day, present in zip(block.days, block.present, strict=True):
                for window, flags in zip(windows, met, strict=True):
                    asked = np.flatnonzero(known & self._asks(int(day), window))
                    flags[asked, chosen] |= present[first[asked]] & present[second[asked]]
        return met

    def counted(self, window: int, met: Flags, matched: MatchedPairs) -> Comparison:
        """The counts alone."""
        is_case = np.zeros(len(met), dtype=bool)
        is_case[self._starts] = True
        return Comparison(
            window=window,
            cases=self.cases,
            exposed_cases=int(met[is_case].sum()),
            controls=int((~is_case).sum()),
            exposed_controls=int(met[~is_case].sum()),
            unmatched=matched.unmatched,
            not_drawn=matched.not_drawn,
        )

    def concluded(self, counts: Comparison, met: Flags, chance: Flags) -> Comparison:
        """The counts with odds ratio, interval and p-value; without the last where there is no permutation."""
        case, controls = self._exposed(met[:, None])
        share = _share(case, controls, self._controls[:, None])[0]
        shares = _share(*self._exposed(chance), self._controls[:, None])
        times = chance.shape[1]
        odds_ratio, low, high = _odds_ratio(case[:, 0], controls[:, 0], self._controls, self._day[self._starts])
        found = replace(counts, odds_ratio=odds_ratio, low=low, high=high)
        if not times:
            return found
        usual = float(np.median(shares))
        return replace(
            found,
            expected=usual / (1 - usual) if usual < 1 else None,
            p_value=(int((shares >= share - 1e-12).sum()) + 1) / (times + 1),
            permutations=times,
        )

    def _asks(self, day: int, window: int) -> Flags:
        """Whether an event on ``day`` lies in the window before each pair's day."""
        return (self._day >= day) & (self._day - window <= day)

    def _exposed(self, met: Flags) -> tuple[Numbers, Numbers]:
        """By set: whether its case had met, and how many of its controls."""
        case = met[self._starts].astype(np.int64)
        return case, np.add.reduceat(met, self._starts, axis=0, dtype=np.int64) - case


def _evidence(case: Numbers, controls: Numbers, sizes: Numbers) -> tuple[Numerics, Numerics]:
    """Each set's parts of R and S of :class:`Comparison`."""
    return case * (sizes - controls) / (sizes + 1), (1 - case) * controls / (sizes + 1)


def _share(case: Numbers, controls: Numbers, sizes: Numbers) -> Numerics:
    """R / (R + S), by column: it grows with the odds ratio R / S and is defined where S is 0; 0.5 where both are."""
    speaks_for, speaks_against = (part.sum(axis=0) for part in _evidence(case, controls, sizes))
    total = speaks_for + speaks_against
    return np.asarray(np.divide(speaks_for, total, out=np.full(len(total), 0.5), where=total > 0))


def _odds_ratio(
    case: Numbers, controls: Numbers, sizes: Numbers, days: Numbers
) -> tuple[float | None, float | None, float | None]:
    """The odds ratio of Mantel and Haenszel over the sets, and its interval over days; None where R or S is 0."""
    speaks_for, speaks_against = _evidence(case, controls, sizes)
    total_for, total_against = speaks_for.sum(), speaks_against.sum()
    if not total_for or not total_against:
        return None, None, None
    drawn = speaks_for / total_for - speaks_against / total_against
    by_day = np.bincount(np.unique(days, return_inverse=True)[1], weights=drawn)
    ratio, width = float(total_for / total_against), _Z95 * float(np.sqrt((by_day**2).sum()))
    return ratio, ratio * float(np.exp(-width)), ratio * float(np.exp(width))
