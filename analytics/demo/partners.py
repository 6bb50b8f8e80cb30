"""Who cooperates with whom, and since when.

This is where the demo region's one hidden truth lies: a partner that attended the same event in the 365 days
before weighs ``MEETING_ODDS`` times as much as one that did not. As every organisation chooses among those it knows,
pairs matched on activity and kind show a little less, an odds ratio between three and four. With ``null`` it is one:
then partners are chosen by how keen each is and what kind of organisation it is, and by nothing else.
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from analytics.demo.encounters import Encounters
from analytics.demo.organisations import COORDINATOR, Organisations
from analytics.demo.period import AS_OF, FOUNDED, Day, draw_days, workday
from analytics.demo.streams import chance

MEETING_ODDS = 4.4

_COOPERATIONS = 200
_EXISTING = 12
_STARTS = {2022: 0.045, 2023: 0.125, 2024: 0.23, 2025: 0.39, 2026: 0.2}
_LAST_START = AS_OF - np.timedelta64(10, "D")
_SIZES = (2, 3, 4, 5, 6, 7)
_SIZE_CHANCES = (0.54, 0.27, 0.11, 0.05, 0.02, 0.01)
_APPETITE = {"company": 1.0, "startup": 1.5, "science": 2.2, "public": 0.25, "multiplier": 0.4, "unknown": 0.3}
_COMPLEMENTS = {("company", "science"): 2.0, ("company", "startup"): 1.6, ("science", "startup"): 1.6}
_SHARED_TOPIC = 10.0
_SAME_DISTRICT = 2.5
_AGAIN = 0.3
_GREATEST_DRIVE = 2.2
_WITH_COORDINATOR = 0.04


@dataclass(frozen=True)
class Beginning:
    """How a cooperation begins: its first contact, its members (the leading one first), the event behind it.

    ``met_at`` is the event at which the first two members met shortly before; None where they had not met.
    ``is_existing`` marks what is older than the network.
    """

    day: Day
    members: tuple[int, ...]
    met_at: int | None
    is_existing: bool = False


def make_beginnings(
    rng: Generator, organisations: Organisations, encounters: Encounters, null: bool
) -> list[Beginning]:
    """The two hundred cooperations' beginnings, in the order of their days."""
    matching = _Matching(rng, organisations, encounters, null)
    existing = FOUNDED - rng.integers(200, 1500, size=_EXISTING).astype("timedelta64[D]")
    beginnings = [matching.begin(workday(day), is_existing=True) for day in np.sort(existing)]
    days = draw_days(rng, _COOPERATIONS - _EXISTING, _STARTS)
    beginnings += [matching.begin(min(day, _LAST_START), is_existing=False) for day in days]
    return sorted(beginnings, key=lambda beginning: beginning.day)


class _Matching:
    """Chooses partners one cooperation after the other, and remembers who already works together."""

    def __init__(self, rng: Generator, organisations: Organisations, encounters: Encounters, null: bool) -> None:
        self._rng = rng
        self._organisations = organisations
        self._encounters = encounters
        self._null = null
        kinds = organisations.kind
        self._appetite = np.array([_APPETITE[str(kind)] for kind in kinds]) * _drive(rng, organisations)
        self._affinity = _complements(kinds) if null else _complements(kinds) * _nearness(organisations)
        self._together = np.zeros((len(kinds), len(kinds)), dtype=bool)

    def begin(self, day: Day, is_existing: bool) -> Beginning:
        """A new cooperation around the day; where the first two met, shortly after that event."""
        joinable = self._appetite * (1.0 if is_existing else self._organisations.present(day))
        first = self._choose(joinable)
        second = self._choose(self._wish(joinable, [first], day))
        met_at = self._encounters.last_shared(first, second, day)
        if met_at is not None and not self._null:
            day = self._soon_after(met_at)
        members = [first, second]
        for _ in range(int(self._rng.choice(_SIZES, p=_SIZE_CHANCES)) - 2):
            members.append(self._choose(self._wish(joinable, members, day)))
        if not is_existing and chance(self._rng, _WITH_COORDINATOR):
            members.append(COORDINATOR)
        self._together[np.ix_(members, members)] = True
        return Beginning(day, tuple(members), met_at, is_existing)

    def _wish(self, joinable: NDArray[np.float64], members: list[int], day: Day) -> NDArray[np.float64]:
        """How much each organisation is wished for as a further member."""
        wish = joinable * self._affinity[members].mean(axis=0)
        wish = wish * np.where(self._together[members].any(axis=0), _AGAIN, 1.0)
        if not self._null:
            met = np.mean([self._encounters.met(member, day) for member in members], axis=0)
            wish = wish * MEETING_ODDS ** (met * min(len(members), 2))
        wish[members] = 0.0
        return np.asarray(wish)

    def _choose(self, wish: NDArray[np.float64]) -> int:
        return int(np.searchsorted(np.cumsum(wish), self._rng.random() * wish.sum(), side="right"))

    def _soon_after(self, event: int) -> Day:
        """The day of the first contact after a meeting: mostly within three weeks, rarely later than six."""
        lag = min(2 + int(self._rng.gamma(1.6, 9.0)), 45)
        day = workday(self._encounters.days[event] + np.timedelta64(lag, "D"))
        return min(day, _LAST_START)


def _drive(rng: Generator, organisations: Organisations) -> NDArray[np.float64]:
    """How much each organisation looks for partners; not without bounds, else it would make the network a star."""
    drive = organisations.activity**0.35 * rng.lognormal(0.0, 0.5, size=len(organisations.ids))
    drive[COORDINATOR] = 0.0
    return np.minimum(drive, _GREATEST_DRIVE)


def _complements(kinds: NDArray[np.str_]) -> NDArray[np.float64]:
    """How well two kinds of organisation go together."""
    names = list(_APPETITE)
    table = np.ones((len(names), len(names)))
    for (one, other), factor in _COMPLEMENTS.items():
        table[names.index(one), names.index(other)] = table[names.index(other), names.index(one)] = factor
    places = np.array([names.index(str(kind)) for kind in kinds])
    return np.asarray(table[np.ix_(places, places)])


def _nearness(organisations: Organisations) -> NDArray[np.float64]:
    """How near two organisations are in topic and place; this is what makes communities."""
    interests = organisations.interests.astype(int)
    shares_topic = interests @ interests.T > 0
    district = organisations.district
    same_district = (district[:, None] == district) & (district != "")
    return np.where(shares_topic, _SHARED_TOPIC, 1.0) * np.where(same_district, _SAME_DISTRICT, 1.0)
