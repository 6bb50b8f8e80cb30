"""The names in a picture for a slide: placed once, so that none wanders; shown while what they name is there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from analytics.charts.film.assemble import Film
from analytics.charts.film.course import Numbers, States, Strengths
from analytics.charts.film.ground import Ground
from analytics.charts.film.lettering import Font, font, writable
from analytics.charts.labels import cut

_LONGEST = 26
_NODES = 12
_HIDDEN = 3
"""A node's name may hide so many symbols, a group's, which has fewer places to go to, any."""
CAPTION, LEGEND = 80, 58
"""The heights of the words above and below the network, in pixels of a picture 720 high."""
Spot = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Nameplate:
    """A name at its place; ``of`` are the nodes of which one must be there, while ``unless`` is not.

    With ``outlives`` it is enough that one of them has been there.
    """

    text: str
    place: tuple[float, float]
    letters: Font
    ink: str
    of: Numbers
    unless: int | None = None
    outlives: bool = False

    def is_shown(self, nodes: States) -> bool:
        """Whether what is named is there."""
        is_said = self.unless is not None and nodes.active[self.unless] > 0.5
        there = np.maximum(nodes.active, nodes.past) if self.outlives else nodes.active
        return not is_said and bool(there[self.of].max() > 0.5)


def nameplates(film: Film, look: dict[str, Any], ground: Ground, degrees: Strengths) -> list[Nameplate]:
    """The names that have room, none on another: the most connected by ``degrees``, and the groups.

    A group that is called after somebody named is named only while that one is not there: else it were said twice.
    """
    namesakes = [group["namesake"] for group in film["groups"]]
    of_nodes = _of_nodes(film, look, ground, degrees)
    first: list[tuple[int | str, Wish]] = [(node, wish) for node, wish in of_nodes if node in namesakes]
    groups: list[tuple[int | str, Wish]] = [(f"group {group}", wish) for group, wish in _of_groups(film, look, ground)]
    placed: dict[int | str, Nameplate] = {}
    taken: dict[int | str, Box] = {}
    for key, (plate, spots) in [*first, *groups, *of_nodes]:
        instead = plate.unless if plate.unless in placed else None
        others = [taken[other] for other in taken if other != instead]
        most = _HIDDEN if isinstance(key, int) else len(ground.places)
        free = [] if key in placed else [spot for spot in _free(plate, spots, ground, others) if spot[0] <= most]
        if free:
            _, taken[key], place = min(free, key=lambda spot: spot[0])
            placed[key] = replace(plate, place=place, unless=instead)
    return list(placed.values())


def _free(
    plate: Nameplate, spots: Sequence[Spot], ground: Ground, others: Sequence[Box]
) -> list[tuple[int, Box, Spot]]:
    """The spots that have room, each with the number of symbols it would hide."""
    boxes = [(_box(plate, spot), spot) for spot in spots]
    return [
        (_hidden(box, ground), box, spot)
        for box, spot in boxes
        if _is_inside(box, ground) and not any(_overlap(box, other) for other in others)
    ]


Wish = tuple[Nameplate, Sequence[Spot]]


def _of_groups(film: Film, look: dict[str, Any], ground: Ground) -> list[tuple[int, Wish]]:
    letters = font(round(13 * ground.unit), is_bold=True)
    wishes: list[tuple[int, Wish]] = []
    for group, points in enumerate(ground.outlines):
        text = writable(cut(film["groups"][group]["name"], _LONGEST))
        if text and len(points):
            left = float(points[:, 0].mean() - letters.getlength(text) / 2)
            above, below = points[:, 1].min() - 19 * ground.unit, points[:, 1].max() + 2 * ground.unit
            namesake = film["groups"][group]["namesake"]
            of = np.flatnonzero(ground.groups == group) if namesake is None else np.array([namesake])
            plate = Nameplate(text, (0, 0), letters, look["muted"], of, namesake, outlives=True)
            aside = float(np.ptp(points[:, 0])) / 3
            spots = [(left + away, float(top)) for top in (above, below) for away in (0.0, -aside, aside)]
            wishes.append((group, (plate, spots)))
    return wishes


def _of_nodes(film: Film, look: dict[str, Any], ground: Ground, degrees: Strengths) -> list[tuple[int, Wish]]:
    letters = font(round(13 * ground.unit))
    wishes: list[tuple[int, Wish]] = []
    for node in np.argsort(-degrees, kind="stable")[:_NODES].tolist():
        if degrees[node] < 1:
            break
        text = writable(cut(film["nodes"]["name"][node] or film["nodes"]["id"][node], _LONGEST))
        (x, y), away = ground.places[node], ground.radius(float(degrees[node])) + 4 * ground.unit
        top = float(y - 9 * ground.unit)
        plate = Nameplate(text, (0, 0), letters, look["text"], np.array([node]))
        wide = letters.getlength(text)
        beside = [(float(x + away), top), (float(x - away - wide), top)]
        middle = [(float(x - wide / 2), top + down) for down in (-away - 7 * ground.unit, away + 7 * ground.unit)]
        wishes.append((node, (plate, beside + middle)))
    return wishes


def _box(plate: Nameplate, place: tuple[float, float]) -> Box:
    left, top, right, bottom = plate.letters.getbbox(plate.text)
    return (place[0] + left - 4, place[1] + top - 4, place[0] + right + 4, place[1] + bottom + 4)


def _hidden(box: Box, ground: Ground) -> int:
    near, (x, y) = 4 * ground.unit, ground.places.T
    is_under = (x > box[0] - near) & (x < box[2] + near) & (y > box[1] - near) & (y < box[3] + near)
    return int(is_under.sum())


def _is_inside(box: Box, ground: Ground) -> bool:
    """Whether it stands in the picture, beneath the caption and above the time line."""
    width, height = ground.size
    return box[0] > 0 and box[2] < width and box[1] > CAPTION * ground.unit and box[3] < height - LEGEND * ground.unit


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
