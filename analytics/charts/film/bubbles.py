"""Very many organisations on a slide: a circle for each group, ringed by its members' kinds, bands between them."""

from typing import Any

import numpy as np
from PIL import ImageDraw

from analytics.charts.film.course import Numbers, States, Strengths
from analytics.charts.film.ground import Ground
from analytics.charts.film.ink import mixed
from analytics.charts.film.lettering import font

_STRONGEST = 2
"""So many bands of each group are drawn."""
_WIDE_BAND = 12.0
"""The widest band stands for at least so many ties: the very first tie is no cable."""


def draw_bubbles(
    drawing: ImageDraw.ImageDraw, ground: Ground, look: dict[str, Any], nodes: States, ties: States, pairs: Numbers
) -> None:
    """Draw the groups, as large as their members are many, over the strongest of their bands."""
    centres = [(float(points[:, 0].mean()), float(points[:, 1].mean())) for points in ground.outlines]
    bands = _bands(ground, ties, pairs)
    most = max(_WIDE_BAND, *bands.values())
    for (one, other), strength in sorted(_strongest(bands).items(), key=lambda band: band[1]):
        share = strength / most
        shade = mixed(look["tie"], look["surface"], 0.15 + 0.3 * share)
        drawing.line([centres[one], centres[other]], fill=shade, width=round((1 + 4.5 * share) * ground.unit))
    for group, centre in enumerate(centres):
        members = ground.groups == group
        kinds = np.bincount(ground.kinds[members], nodes.active[members], len(look["kinds"])).astype(float)
        if kinds.sum() >= 0.5:
            tall = float(np.ptp(ground.outlines[group][:, 1])) / 2
            radius = 0.92 * tall * float(kinds.sum() / members.sum()) ** 0.5
            _draw_bubble(drawing, ground, look, centre, kinds, radius)


def _bands(ground: Ground, ties: States, pairs: Numbers) -> dict[tuple[int, int], float]:
    """The ties between each two groups."""
    ends = np.sort(ground.groups[pairs], axis=1)
    count = len(ground.outlines)
    grouped = ends[:, 0] >= 0
    codes = ends[grouped] @ np.array([count, 1])
    sums = np.bincount(codes, ties.active[grouped], minlength=count * count).reshape(count, count)
    return {(int(one), int(other)): float(sums[one, other]) for one, other in np.argwhere(np.triu(sums, 1) > 0)}


def _strongest(bands: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    kept: dict[tuple[int, int], float] = {}
    taken: dict[int, int] = {}
    for band, strength in sorted(bands.items(), key=lambda item: -item[1]):
        for group in band:
            if taken.get(group, 0) < _STRONGEST:
                taken[group] = taken.get(group, 0) + 1
                kept[band] = strength
    return kept


def _draw_bubble(
    drawing: ImageDraw.ImageDraw,
    ground: Ground,
    look: dict[str, Any],
    centre: tuple[float, float],
    kinds: Strengths,
    radius: float,
) -> None:
    x, y = centre
    angle = -90.0
    for kind, members in enumerate(kinds):
        if members > 0:
            turn = 360 * members / kinds.sum()
            drawing.pieslice((x - radius, y - radius, x + radius, y + radius), angle, angle + turn, look["kinds"][kind])
            angle += turn
    inner = radius - min(7 * ground.unit, radius * 0.22)
    drawing.ellipse((x - inner, y - inner, x + inner, y + inner), fill=look["raised"])
    if radius > 14 * ground.unit:
        letters = font(round(min(22 * ground.unit, radius * 0.42)), is_bold=True)
        drawing.text(centre, str(round(kinds.sum())), font=letters, fill=look["text"], anchor="mm")
