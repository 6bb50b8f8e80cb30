"""The classes in which counts are told to masked audiences: fixed for all time, the same for everybody.

A class has a token: "0", "1-4", "5-19" and so on up to "500+"; "" stands where nothing is told.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable

from analytics.language import Language

_LOWEST = (0, 1, 5, 20, 50, 100, 200, 500)
"""The smallest count of each class."""

CLASS = "_class"
"""The end of the name of a column that holds the classes of another one's counts."""

NONE = "0"
UNTOLD = ""
SMALL = range(1, 5)
"""The counts that no masked audience may be told: all of the first class above 0."""


def _token(place: int) -> str:
    low = _LOWEST[place]
    if place + 1 == len(_LOWEST):
        return f"{low}+"
    high = _LOWEST[place + 1] - 1
    return str(low) if low == high else f"{low}-{high}"


CLASSES = tuple(_token(place) for place in range(len(_LOWEST)))
"""Every class's token, from few to many."""


def class_of(count: int) -> str:
    """The token of the class in which a count lies."""
    return CLASSES[bisect_right(_LOWEST, count) - 1]


def bounds_of(token: str) -> tuple[float, float]:
    """The smallest and the largest count of a class; the last one has no end, and :data:`UNTOLD` no bounds."""
    if token == UNTOLD:
        return 0, math.inf
    place = CLASSES.index(token)
    return _LOWEST[place], _LOWEST[place + 1] - 1 if place + 1 < len(_LOWEST) else math.inf


def label_of(token: str, language: Language) -> str:
    """The class in words: "0", "1–4", "500 und mehr"; that nothing is told where it is :data:`UNTOLD`."""
    if token == UNTOLD:
        return language.text("classes.untold")
    low, high = bounds_of(token)
    if math.isinf(high):
        return language.text("classes.last", n=int(low))
    return language.number(low) if low == high else f"{language.number(low)}–{language.number(high)}"


def highest(tokens: Iterable[str]) -> str:
    """The class of most among those told, :data:`UNTOLD` where none is."""
    told = [token for token in tokens if token != UNTOLD]
    return max(told, key=CLASSES.index, default=UNTOLD)
