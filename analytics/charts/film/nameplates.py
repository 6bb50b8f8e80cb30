"""The names in a picture for a slide: placed once, so that none wanders; shown while what they name is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from analytics.charts.film.assemble import Film
from analytics.charts.film.course import Numbers, States, Strengths
from analytics.charts.film.ground import Ground
from analytics.charts.film.lettering import Font, font, writable
from analytics.charts.labels import cut

_LONGEST = 26
_NODES = 10
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Nameplate:
    """A name at its place; ``of`` are the nodes of which one must be there."""

    text: str
    place: tuple[float, float]
    letters: Font
    ink: str
    of: Numbers

    def is_shown(self, nodes: States) -> bool:
        """Whether what is named is there."""
        return bool(nodes.active[self.of].max() > 0.5)


def nameplates(film: Film, look: dict[str, Any], ground: Ground, degrees: Strengths) -> list[Nameplate]:
    """The names that have room, none on another: groups first, then the most connected by ``degrees``."""
    plates: list[Nameplate] = []
    taken: list[Box] = []
    for wish, spots in [*_of_groups(film, look, ground), *_of_nodes(film, look, ground, degrees)]:
        if wish.key in named:
            continue
        for place in spots:
            box = _box(wish, place)
            if box[0] > 0 and box[2] < ground.size[0] and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                plates.append(Nameplate(wish.text, place, wish.letters, wish.ink, wish.of))
                break
    return plates


Wish = tuple[Nameplate, Sequence[tuple[float, float]]]


def _of_groups(film: Film, look: dict[str, Any], ground: Ground) -> list[Wish]:
    letters = font(round(13 * ground.unit), is_bold=True)
    wishes: list[Wish] = []
    for group, points in enumerate(ground.outlines):
        text = writable(cut(film["groups"][group]["name"], _LONGEST))
        if text and len(points):
            left = float(points[:, 0].mean() - letters.getlength(text) / 2)
            above, below = points[:, 1].min() - 19 * ground.unit, points[:, 1].max() + 2 * ground.unit
            plate = Nameplate(text, (0, 0), letters, look["muted"], np.flatnonzero(ground.groups == group))
            wishes.append((plate, [(left, float(above)), (left, float(below))]))
    return wishes


def _of_nodes(film: Film, look: dict[str, Any], ground: Ground, degrees: Strengths) -> list[Wish]:
    letters = font(round(13 * ground.unit))
    wishes: list[Wish] = []
    for node in np.argsort(-degrees, kind="stable")[:_NODES]:
        if degrees[node] < 1:
            break
        text = writable(cut(film["nodes"]["name"][node], _LONGEST))
        (x, y), away = ground.places[node], ground.radius(float(degrees[node])) + 4 * ground.unit
        top = float(y - 9 * ground.unit)
        plate = Nameplate(text, (0, 0), letters, look["text"], np.array([node]))
        wishes.append((plate, [(float(x + away), top), (float(x - away - letters.getlength(text)), top)]))
    return wishes


def _box(plate: Nameplate, place: tuple[float, float]) -> Box:
    left, top, right, bottom = plate.letters.getbbox(plate.text)
    return (place[0] + left - 4, place[1] + top - 4, place[0] + right + 4, place[1] + bottom + 4)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
