"""What maps of the districts share: the plane, the districts that are not spoken of, borders, labels, what is hovered.

Nothing is fetched: a district is a filled line in a plain coordinate system. (A Plotly map with "geojson" would ask for
its world map from elsewhere, whether it is shown or not: plotly.js, issue 6767.)
"""

import html
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from analytics.charts.palette import Palette, contrast, translucent
from analytics.charts.region.district_shapes import DistrictShapes, Extent, Shape

HEIGHT = 640
WIDE, NARROW = 560, 330
"""How many pixels a map's longer side has beside other things, and on a phone."""

ROOMY = 401
"""The weight of letters that are drawn for wide screens only: as strong as usual (400), and known by it to a page's
style, which hides them on narrow ones. Plotly gives a trace no name by which a style could find it."""

_ACROSS = 64
"""So many places across a map where it can be hovered and clicked."""

_LAST = 2000
"""In a legend, borders stand behind all else."""

_LEAST = 3.0
"""The contrast of a line with what it bounds (WCAG 2.1, 1.4.11)."""

_SIZE, _SMALL, _LETTER, _LINE = 12, 10, 0.58, 1.25
"""The sizes of labels in pixels, the small one where a number fits no other way, and a letter's width and a line's
height as a share of it."""

_SCREENS = ((400, NARROW), (ROOMY, WIDE))


@dataclass(frozen=True)
class Label:
    """What stands on a district where it fits: its ``number`` and, above that, its ``name``, in the colour ``ink``.

    ``lift`` says how many lines above the number the name stands.
    """

    district: str
    number: str
    name: str
    ink: str
    lift: int = 1


def plane(figure: go.Figure, extent: Extent) -> None:
    """Lay the figure's axes out so that a kilometre is as long either way; they are not shown."""
    axis = {"visible": False, "constrain": "domain"}
    figure.update_layout(
        xaxis={**axis, "range": [extent.left, extent.right]},
        yaxis={**axis, "range": [extent.bottom, extent.top], "scaleanchor": "x"},
        margin={"l": 0, "r": 0, "t": 0, "b": 4},
        hoverdistance=12,
    )


def area(
    figure: go.Figure,
    shapes: DistrictShapes,
    districts: Collection[str],
    *,
    colour: str,
    line: str,
    width: float = 1,
    name: str = "",
    pattern: dict[str, Any] | None = None,
) -> None:
    """Fill the districts, with a line about each; with a ``name`` they stand in the legend."""
    outline = shapes.line(districts)
    figure.add_scatter(
        name=name,
        x=outline[:, 0],
        y=outline[:, 1],
        mode="lines",
        fill="toself",
        fillcolor=colour,
        fillpattern=pattern,
        line={"color": line, "width": width},
        hoverinfo="skip",
        showlegend=False,
    )
    if name:
        _swatch(figure, name, colour, line, pattern)


def _swatch(figure: go.Figure, name: str, colour: str, line: str, pattern: dict[str, Any] | None) -> None:
    """The legend's entry of a filling: a filled line would show there as a line."""
    marker = {"color": colour, "line": {"color": line, "width": 1}, "pattern": pattern}
    figure.add_bar(name=name, x=[None], y=[None], marker=marker, hoverinfo="skip")


def surroundings(figure: go.Figure, shapes: DistrictShapes, districts: Collection[str], colours: Palette) -> None:
    """Draw the districts that are not spoken of: quiet, so that one sees where the others lie."""
    others = [district for district in shapes.shapes if district not in districts]
    area(figure, shapes, others, colour=translucent(colours.grid, 0.35), line=colours.grid)


def border(
    figure: go.Figure,
    shapes: DistrictShapes,
    districts: Collection[str],
    *,
    colours: Palette,
    colour: str,
    width: float,
    name: str = "",
    dash: str = "solid",
) -> None:
    """Draw the line around the districts taken together, on a lighter one, so that it shows on every fill."""
    outline = shapes.border(districts)
    for stroke, thickness, style in ((colours.surface, width + 2, "solid"), (colour, width, dash)):
        figure.add_scatter(
            name=name,
            x=outline[:, 0],
            y=outline[:, 1],
            mode="lines",
            line={"color": stroke, "width": thickness, "dash": style},
            hoverinfo="skip",
            showlegend=bool(name) and stroke == colour,
            legendrank=_LAST,
        )


def line_on(colour: str, colours: Palette) -> str:
    """The first of the palette's quiet colours that stands out 3:1 from a filling of this colour."""
    inks = (colours.surface, colours.axis, colours.muted, colours.text)
    return next(ink for ink in inks if contrast(ink, colour) >= _LEAST)


def labels(figure: go.Figure, shapes: DistrictShapes, extent: Extent, wanted: Sequence[Label]) -> None:
    """Write on each district its number, in small letters if need be, and then its name, as far as they fit into it.

    What fits only where the map is as wide as :data:`WIDE` is left out on narrow screens, see :data:`ROOMY`. The texts
    are ready to be drawn.
    """
    longer = max(extent.width, extent.height)
    placed: defaultdict[tuple[int, int, str], list[tuple[str, str]]] = defaultdict(list)
    for label in wanted:
        shape = shapes.shapes[label.district]
        for text, lift in ((label.number, 0), (label.name, label.lift)):
            if not text:
                continue
            fitting = [
                (weight, size)
                for size in ((_SIZE,) if lift else (_SIZE, _SMALL))
                for weight, pixels in _SCREENS
                if _fits(shape, text, size, lift, longer / pixels)
            ]
            if not fitting:
                break
            placed[*fitting[0], label.ink].append(
                (label.district, text + 2 * lift * "<br> " if lift else f"<b>{text}</b>")
            )
    for (weight, size, ink), texts in placed.items():
        places = [shapes.shapes[district].place for district, _ in texts]
        figure.add_scatter(
            x=[east for east, _ in places],
            y=[north for _, north in places],
            mode="text",
            text=[text for _, text in texts],
            textfont={"color": ink, "size": size, "weight": weight},
            unselected={"textfont": {"color": ink}},
            hoverinfo="skip",
            showlegend=False,
        )


def _fits(shape: Shape, text: str, size: int, lift: int, per_pixel: float) -> bool:
    """Whether a text fits that stands ``lift`` lines above the district's place, and what stands there itself."""
    letters = len(html.unescape(text))
    line = size * _LINE * per_pixel
    return shape.holds(letters * size * _LETTER * per_pixel, -line / 2, (lift + 0.55) * line)


def hits(figure: go.Figure, shapes: DistrictShapes, extent: Extent, hover: Mapping[str, str]) -> None:
    """Make the districts answer to being hovered (``hover``: ready to be drawn) and clicked (their key as customdata).

    Plotly reports no click on a filling, so unseen points lie all over each district.
    """
    spacing = max(extent.width, extent.height) / _ACROSS
    for district, text in hover.items():
        points = shapes.shapes[district].grid(spacing)
        figure.add_scatter(
            x=points[:, 0],
            y=points[:, 1],
            mode="markers",
            marker={"size": 8, "opacity": 0},
            selected={"marker": {"opacity": 0}},
            unselected={"marker": {"opacity": 0}},
            customdata=[district] * len(points),
            text=text,
            hoverinfo="text",
            showlegend=False,
        )
