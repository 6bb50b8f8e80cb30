"""Classes for a map: few, with round bounds, and so that like values stand together."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import numpy as np

from analytics.language import Language

MOST = 5
"""So many shades the eye still tells apart on a map."""


def class_breaks(values: Iterable[float], most: int = MOST) -> list[int]:
    """The lower bounds of at most ``most`` classes of the values above 0; none where there is no such value.

    Of two different values there are two classes, of four three, of eight or more five.
    Values are taken as whole numbers, what is above 0 as at least 1. The first bound is 1, the others are round
    numbers; no class is empty. Of all such bounds those are taken whose classes differ least within: the sum of the
    squared distances of the values' square roots from their class's mean is smallest (Jenks' natural breaks; the roots
    keep a few large values from swallowing all the classes).
    """
    found = sorted(whole(value) for value in values if value > 0)
    if not found:
        return []
    return [1, *(_roundest(low, high) for low, high in _gaps(found, most))]


def class_of(value: float, breaks: Sequence[int]) -> int:
    """The number of the class in which a value above 0 lies, from 0 on."""
    return bisect_right(breaks, whole(value)) - 1


def class_label(place: int, breaks: Sequence[int], language: Language) -> str:
    """The class in words: "1", "1–4", and the last one "20 und mehr"."""
    low = breaks[place]
    if place == len(breaks) - 1:
        return language.text("region.class_last", n=low)
    high = breaks[place + 1] - 1
    return language.number(low) if low == high else f"{language.number(low)}–{language.number(high)}"


def whole(value: float) -> int:
    """A value above 0 as a whole number, at least 1."""
    return max(1, round(value))


def _gaps(ordered: Sequence[int], most: int) -> list[tuple[int, int]]:
    """The neighbouring values between which the classes part; found from small to large (Fisher, 1958).

    ``costs[k][n]`` is the smallest spread of the first n values in k classes, ``starts`` where the last one begins.
    """
    roots = np.sqrt(ordered)
    sums, squares = np.append(0, np.cumsum(roots)), np.append(0, np.cumsum(roots**2))

    def spread(start: int, end: int) -> float:
        return float(squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / (end - start))

    count = len(ordered)
    firsts = [place for place in range(count) if place == 0 or ordered[place] != ordered[place - 1]]
    costs = {end: spread(0, end) for end in range(1, count + 1)}
    starts: list[dict[int, int]] = []
    for _ in range(min(most, len(firsts) // 2 + 1) - 1):
        best = {
            end: min((costs[start] + spread(start, end), start) for start in firsts if start in costs and start < end)
            for end in costs
            if any(start in costs and start < end for start in firsts)
        }
        costs, starts = {end: cost for end, (cost, _) in best.items()}, [*starts, {e: s for e, (_, s) in best.items()}]
    gaps: list[tuple[int, int]] = []
    end = count
    for begun in reversed(starts):
        end = begun[end]
        gaps.insert(0, (ordered[end - 1], ordered[end]))
    return gaps


def _roundest(low: int, high: int) -> int:
    """The roundest number above ``low`` that is not above ``high``: of 10, 5, 2 and 1 and their like a multiple."""
    for power in range(len(str(high)), 0, -1):
        size: int = 10**power
        for unit in (size, size // 2, size // 5):
            if (number := (low // unit + 1) * unit) <= high:
                return number
    return low + 1
