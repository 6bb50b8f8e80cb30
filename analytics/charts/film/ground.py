"""Where everything stands in a picture for a slide: from places in the network to pixels."""

import numpy as np
from numpy.typing import NDArray

from analytics.charts.film.assemble import Film
from analytics.charts.film.course import Numbers

_WIDEST = 1.7
_ABOVE, _BELOW, _BESIDE = 104, 84, 30
"""The room for words around the network, in pixels of a picture 720 high."""
Places = NDArray[np.float64]
Curve = list[tuple[float, float]]


class Ground:
    """The film's places in a picture of ``size`` pixels; ``unit`` is a pixel of a picture 720 high.

    A wide picture is stretched: what is drawn keeps its size and stands farther apart.
    """

    def __init__(self, film: Film, size: tuple[int, int], unit: float) -> None:
        self.size, self.unit = size, unit
        self.kinds = np.asarray(film["nodes"]["kind"], dtype=np.int64)
        self.groups = np.asarray(film["nodes"]["group"], dtype=np.int64)
        outlines = [np.asarray(group["outline"], dtype=float).reshape(-1, 2) for group in film["groups"]]
        every = np.concatenate([*outlines, np.zeros((0, 2))])
        low, high = (every.min(axis=0), every.max(axis=0)) if len(every) else (np.zeros(2), np.ones(2))
        room = (size[0] - 2 * _BESIDE * unit, size[1] - (_ABOVE + _BELOW) * unit)
        wide, tall = np.maximum(high - low, 1e-6)
        self._stretch = float(np.clip(room[0] / room[1] * tall / wide * 0.95, 1, _WIDEST))
        self.scale = float(min(room[0] / (wide * self._stretch), room[1] / tall, 80 * unit))
        self._middle = (low + high) / 2
        self._centre = (size[0] / 2, _ABOVE * unit + room[1] / 2)
        self.outlines = [self._placed(points) for points in outlines]
        self.places = self._placed(np.column_stack([film["nodes"]["x"], film["nodes"]["y"]]))

    def _placed(self, points: Places) -> Places:
        away = (np.asarray(points, dtype=float).reshape(-1, 2) - self._middle) * self.scale
        return np.column_stack([self._centre[0] + away[:, 0] * self._stretch, self._centre[1] - away[:, 1]])

    def radius(self, degree: float) -> float:
        """A node's radius by its number of partners."""
        radius = self.scale * (0.11 + 0.055 * degree**0.5)
        return float(min(max(radius, 2.4 * self.unit), self.scale * 0.42 + self.unit, 15 * self.unit))

    def curves(self, pairs: Numbers) -> list[Curve]:
        """The way of each tie: straight within a group, bent between groups so that ties of the same two run along.

        Who is in no group is tied straight.
        """
        middles = np.array([points.mean(axis=0) if len(points) else (0.0, 0.0) for points in self.outlines])
        share = np.linspace(0, 1, 12)[:, None]
        found = []
        for one, other in pairs:
            start, end = self.places[one], self.places[other]
            if self.groups[one] == self.groups[other] or min(self.groups[one], self.groups[other]) < 0:
                points = np.array([start, end])
            else:
                near, far = middles[self.groups[one]], middles[self.groups[other]]
                way = far - near
                aside = np.array([way[1], -way[0]]) * 0.06
                first = 0.4 * start + 0.6 * (near + 0.25 * way) + aside
                second = 0.4 * end + 0.6 * (far - 0.25 * way) + aside
                points = (
                    (1 - share) ** 3 * start
                    + 3 * (1 - share) ** 2 * share * first
                    + 3 * (1 - share) * share**2 * second
                    + share**3 * end
                )
            found.append([(float(x), float(y)) for x, y in points])
        return found
