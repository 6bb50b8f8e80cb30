"""The districts as shapes on a plane in kilometres, to be drawn by any chart: no tiles, no map from elsewhere.

The plane is the sinusoidal projection about the state's middle (Snyder, Map Projections, 1987, section 30): areas are
true, so that a large district looks as much larger as it is; over a state the forms are true, too.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Places on the plane, one a row: kilometres east and north of the state's middle."""

_DEGREE = 2 * np.pi * 6371.0 / 360
"""Kilometres in a degree of latitude."""
_MIDDLE = (7.66, 51.44)
_STEPS = 24
"""So many steps across a district suffice to find where a number stands in it."""

_ABOUT = 0.96


@dataclass(frozen=True)
class Extent:
    """A rectangle of the plane."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """In kilometres."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In kilometres."""
        return self.top - self.bottom


@dataclass(frozen=True)
class Shape:
    """One district: its rings, each closed, and the place farthest from its border, where a label stands."""

    rings: tuple[Points, ...]

    @cached_property
    def place(self) -> tuple[float, float]:
        """The place inside that lies farthest from the border, to about a twentieth of the district's size.

        Of several that lie about as far it is the one in their middle.
        """
        largest = max(self.rings, key=len)
        low, high = largest.min(axis=0), largest.max(axis=0)
        inside = self.within(_grid(low, high, float(max(high - low)) / _STEPS))
        distances = _distances(inside, largest)
        far = inside[distances >= _ABOUT * distances.max()]
        best = far[int(np.argmin(((far - far.mean(axis=0)) ** 2).sum(axis=1)))]
        return float(best[0]), float(best[1])

    def contains(self, points: Points) -> NDArray[np.bool_]:
        """Which of the points lie inside."""
        inside = np.zeros(len(points), dtype=bool)
        for ring in self.rings:
            inside ^= _in_ring(points, ring)
        return inside

    def within(self, points: Points) -> Points:
        """Those of the points that lie inside."""
        return points[self.contains(points)]

    def grid(self, spacing: float) -> Points:
        """Places all over the shape, ``spacing`` kilometres apart; at least its own place."""
        corners = np.concatenate(self.rings)
        found = self.within(_grid(corners.min(axis=0), corners.max(axis=0), spacing))
        return found if len(found) else np.array([self.place])

    def holds(self, width: float, below: float, above: float) -> bool:
        """Whether a box (kilometres) lies inside whose middle is the place: from ``below`` it to ``above`` it."""
        across, up = np.linspace(-width / 2, width / 2, 7), np.linspace(below, above, 5)
        box = np.array([(east, north) for east in across for north in up]) + np.array(self.place)
        return bool(self.contains(box).all())


@dataclass(frozen=True)
class DistrictShapes:
    """All districts by their keys."""

    shapes: Mapping[str, Shape]

    @classmethod
    def of(cls, outlines: pd.DataFrame) -> "DistrictShapes":
        """The shapes of outlines: a row per corner with district, ring, longitude and latitude, rings closed."""
        rings: defaultdict[str, list[Points]] = defaultdict(list)
        for (district, _), corners in outlines.groupby(["district", "ring"], sort=False):
            rings[str(district)].append(_on_plane(corners["longitude"], corners["latitude"]))
        return cls({district: Shape(tuple(found)) for district, found in rings.items()})

    def line(self, districts: Iterable[str]) -> Points:
        """The rings of the districts one after another, a row of NaN between any two: as Plotly draws them at once."""
        return _joined(ring for district in districts for ring in self.shapes[district].rings)

    def border(self, districts: Iterable[str]) -> Points:
        """The line around the districts taken together, as :meth:`line` gives it: what neighbours share is no border.

        The outlines of neighbours have the same corners, so a stretch between two of the districts stands there twice.
        """
        stretches: dict[tuple[tuple[float, ...], tuple[float, ...]], None] = {}
        for district in districts:
            for ring in self.shapes[district].rings:
                corners = [tuple(corner) for corner in ring]
                for start, end in pairwise(corners):
                    if (end, start) in stretches:
                        del stretches[end, start]
                    else:
                        stretches[start, end] = None
        return _joined(_walks(stretches))

    def extent(self, districts: Iterable[str], margin: float = 0.03) -> Extent:
        """The rectangle in which the districts lie, with a margin as a share of its longer side."""
        corners = np.concatenate([ring for district in districts for ring in self.shapes[district].rings])
        (left, bottom), (right, top) = corners.min(axis=0), corners.max(axis=0)
        room = margin * max(right - left, top - bottom)
        return Extent(float(left - room), float(right + room), float(bottom - room), float(top + room))


def _on_plane(longitude: "pd.Series[float]", latitude: "pd.Series[float]") -> Points:
    degrees = np.column_stack([longitude, latitude])
    away = (degrees - np.array(_MIDDLE)) * _DEGREE
    away[:, 0] *= np.cos(np.radians(degrees[:, 1]))
    return np.asarray(away.round(3))


def _grid(low: Points, high: Points, spacing: float) -> Points:
    """Places ``spacing`` apart that fill the rectangle, as far from its left edge as from its right."""
    axes = []
    for start, end in zip(low, high, strict=True):
        count = max(1, ceil((end - start) / spacing))
        axes.append((start + end) / 2 + (np.arange(count) - (count - 1) / 2) * spacing)
    east, north = np.meshgrid(*axes)
    return np.column_stack([east.ravel(), north.ravel()])


def _in_ring(points: Points, ring: Points) -> NDArray[np.bool_]:
    """Which points a ring goes around: a ray eastwards crosses it an odd number of times."""
    x, y = points[:, :1], points[:, 1:]
    (x1, y1), (x2, y2) = ring[:-1].T, ring[1:].T
    spans = (y1 > y) != (y2 > y)
    rise = np.where(y2 == y1, 1.0, y2 - y1)
    crossing = spans & (x < x1 + (y - y1) * (x2 - x1) / rise)
    return np.asarray(crossing.sum(axis=1) % 2 == 1)


def _distances(points: Points, ring: Points) -> Points:
    """How far each point lies from the ring."""
    start, way = ring[:-1], np.diff(ring, axis=0)
    length = np.maximum((way**2).sum(axis=1), 1e-12)
    from_start = points[:, None, :] - start
    share = np.clip((from_start * way).sum(axis=2) / length, 0, 1)
    return np.asarray(np.sqrt(((from_start - share[:, :, None] * way) ** 2).sum(axis=2)).min(axis=1))


def _joined(lines: Iterable[Points]) -> Points:
    gap = np.full((1, 2), np.nan)
    parts = [part for line in lines for part in (line, gap)]
    return np.concatenate(parts[:-1]) if parts else np.empty((0, 2))


def _walks(stretches: Iterable[tuple[tuple[float, ...], tuple[float, ...]]]) -> Iterable[Points]:
    """The stretches put together, end to start, until each walk is back where it began."""
    onward: defaultdict[tuple[float, ...], list[tuple[float, ...]]] = defaultdict(list)
    for start, end in stretches:
        onward[start].append(end)
    while onward:
        first = next(iter(onward))
        walk = [first]
        while walk[-1] in onward:
            ends = onward[walk[-1]]
            step = ends.pop()
            if not ends:
                del onward[walk[-1]]
            walk.append(step)
            if step == first:
                break
        yield np.array(walk)
