"""Why two organisations should meet: the parts of their score, told in words made from the data."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.network.introductions.affinity import WEIGHTS, Affinity, Numbers

_MOST_NAMED = 3
_OFTEN = 1.25
_FEWEST_TIES = 5


@dataclass(frozen=True)
class Reason:
    """One part of a suggestion: its name (of :data:`WEIGHTS`), its points, and what it was made from."""

    part: str
    points: float
    key: str
    values: Mapping[str, int | float | str | tuple[str, ...]]

    def told(self, language: Language) -> str:
        """The reason as a sentence without its full stop; kinds by their labels, lists as ``a, b und c``."""
        return language.text(f"introductions.{self.key}", **self._said(language))

    def plainly(self, language: Language) -> str:
        """The same as a host would say it to the two, without figures that only a reader at a desk needs."""
        return language.text(f"introductions.plain_{self.key}", **self._said(language))

    def _said(self, language: Language) -> dict[str, object]:
        kinds = ENUMERATIONS["organisation_kind"]
        said: dict[str, object] = {}
        for name, value in self.values.items():
            if isinstance(value, tuple):
                said[name] = language.listing(list(value))
            elif name in ("kind", "partner_kind"):
                said[name] = kinds.label_of(str(value), language.code)
            else:
                said[name] = language.number(value, 1) if isinstance(value, float) else value
        return said


def reasons_of(affinity: Affinity, one: int, other: int) -> list[Reason]:
    """Why the organisations at these places should meet, in the order of the parts; those that say little left out.

    The activity told is that of ``other``.
    """
    parts = affinity.parts(np.array([one]), np.array([other]))
    found = []
    for part, weight in WEIGHTS.items():
        points = weight * float(parts[part][0, 0])
        told = _TOLD[part](affinity, one, other) if points > 0 else None
        if told:
            key, values = told
            found.append(Reason(part, points, key, values))
    return found


Told = tuple[str, Mapping[str, int | float | str | tuple[str, ...]]]


def _partners(affinity: Affinity, one: int, other: int) -> Told | None:
    """The shared partners, those first that have fewest others."""
    shared = _shared(affinity.ties[one].indices, affinity.ties[other].indices)
    if not len(shared):
        return None
    names = affinity.known.organisations["name"].to_numpy()
    named = shared[np.argsort(affinity.partners[shared], kind="stable")][:_MOST_NAMED]
    listed = tuple(str(name) for name in names[named])
    more = len(shared) - len(named)
    if more:
        return "partners_and_more", {"names": ", ".join(listed), "n": more}
    return "partners", {"names": listed}


def _topics(affinity: Affinity, one: int, other: int) -> Told | None:
    """The shared topics, those first with which both dealt most often; how often at least, of the first."""
    least = np.minimum(affinity.topic_counts[one], affinity.topic_counts[other])
    order = [int(place) for place in np.argsort(-least, kind="stable") if least[place] > 0][:_MOST_NAMED]
    if not order:
        return None
    return "topics", {
        "topics": tuple(affinity.topic_names[place] for place in order),
        "n": int(least[order[0]]),
    }


def _kinds(affinity: Affinity, one: int, other: int) -> Told | None:
    """Only where two such kinds have ties clearly more often than others, and there are some."""
    kind, partner = int(affinity.kinds[one]), int(affinity.kinds[other])
    rate, ties = float(affinity.kind_rates[kind, partner]), int(affinity.kind_ties[kind, partner])
    names = affinity.kind_names
    if rate < _OFTEN or ties < _FEWEST_TIES or "unknown" in (names[kind], names[partner]):
        return None
    if kind == partner:
        return "kinds_same", {"kind": names[kind], "rate": rate, "n": ties}
    return "kinds", {"kind": names[kind], "partner_kind": names[partner], "rate": rate, "n": ties}


def _meetings(affinity: Affinity, one: int, other: int) -> Told | None:
    return "meetings", {"n": int(affinity.recent_meetings(np.array([one]))[0, other])}


def _nearness(affinity: Affinity, one: int, other: int) -> Told | None:
    districts = affinity.known.organisations["district_name"]
    first, second = str(districts.iloc[one]), str(districts.iloc[other])
    if first == second:
        return "nearness", {"district": first}
    return "nearness_next", {"district": first, "other": second}


def _activity(affinity: Affinity, one: int, other: int) -> Told | None:
    del one
    partners, events = int(affinity.partners[other]), int(affinity.recent_events[other])
    values = {"name": str(affinity.known.organisations["name"].iloc[other])}
    if partners and events:
        return "activity", {**values, "partners": partners, "n": events}
    if partners:
        return "activity_partners", {**values, "n": partners}
    return ("activity_events", {**values, "n": events}) if events else None


def _shared(one: Numbers, other: Numbers) -> Numbers:
    return np.intersect1d(one, other).astype(np.int64)


_TOLD = {
    "partners": _partners,
    "topics": _topics,
    "kinds": _kinds,
    "meetings": _meetings,
    "nearness": _nearness,
    "activity": _activity,
}
