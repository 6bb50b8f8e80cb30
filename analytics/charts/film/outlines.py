"""The outline around a group: the convex hull of its members, drawn a little wider and round."""

import math
from collections.abc import Sequence

Point = tuple[float, float]
PADDING = 0.42
"""The free space between the outermost members and the outline; a group's neighbour begins farther away."""
_CORNER = 16
"""The points on a full turn; few enough to be sent, many enough to look round."""


def outline(points: Sequence[Point]) -> list[list[float]]:
    """The corners of the outline, counter-clockwise; empty without points."""
    around = [
        (x + PADDING * math.cos(2 * math.pi * turn / _CORNER), y + PADDING * math.sin(2 * math.pi * turn / _CORNER))
        for x, y in convex_hull(points)
        for turn in range(_CORNER)
    ]
    return [[round(x, 2), round(y, 2)] for x, y in convex_hull(around)]


def convex_hull(points: Sequence[Point]) -> list[Point]:
    """The corners of the convex hull, counter-clockwise (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return _half(ordered)[:-1] + _half(ordered[::-1])[:-1]


def _half(ordered: Sequence[Point]) -> list[Point]:
    hull: list[Point] = []
    for point in ordered:
        while len(hull) > 1 and _turn(hull[-2], hull[-1], point) <= 0:
            hull.pop()
        hull.append(point)
    return hull


def _turn(start: Point, corner: Point, end: Point) -> float:
    """Positive where the way over ``corner`` turns left."""
    return (corner[0] - start[0]) * (end[1] - start[1]) - (corner[1] - start[1]) * (end[0] - start[0])
