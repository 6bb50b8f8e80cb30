"""Who works with whom across the districts' borders: flows on the map, and the strongest of them as bars."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import canvas, nothing
from analytics.charts.class_matrix import ClassRow, class_matrix
from analytics.charts.labels import cut, safe
from analytics.charts.palette import PALETTES, Palette, Theme, translucent
from analytics.charts.region.areas import in_area
from analytics.charts.region.class_breaks import class_breaks, class_label, class_of
from analytics.charts.region.district_ground import HEIGHT, Label, area, border, labels, plane, surroundings
from analytics.charts.region.district_shapes import DistrictShapes, Points
from analytics.charts.region.region import classes_hover
from analytics.language import Language
from analytics.model.count_classes import CLASS, CLASSES, label_of

MOST_BARS = 15
"""So many pairs stand beside the map; all are in the table."""

_WIDTHS = (1.3, 2.6, 4.5, 7.0, 10.0)
"""How wide the curves of each class are, in pixels."""

_LARGEST, _SMALLEST = 34.0, 8.0
_BEND, _STEPS = 0.16, 20
_BAR = 30


def ties_map(
    frame: pd.DataFrame,
    districts: pd.DataFrame,
    *,
    shapes: DistrictShapes,
    chosen: str | None = None,
    language: Language,
    theme: Theme,
) -> go.Figure:
    """Curves between the districts, the wider the more ties; a disc on a district for the ties inside it.

    ``frame`` holds a row per pair: ``district``, ``partner_district`` (the same for ties inside), ``name``,
    ``partner_name`` and ``ties``, or for masked audiences their class in ``ties_class``. ``districts`` holds the
    area's, with ``district``, ``name``, ``is_core`` and ``is_westfalen``. With a ``chosen`` one its ties stand out.
    Empty without a tie.
    """
    inside = list(districts["district"])
    shown = frame[frame["district"].isin(inside) & frame["partner_district"].isin(inside)] if len(frame) else frame
    if shown.empty:
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    figure = canvas(_alt(shown, language), language=language, theme=theme, height=HEIGHT)
    extent = shapes.extent(inside)
    plane(figure, extent)
    surroundings(figure, shapes, inside, colours)
    area(figure, shapes, inside, colour=colours.surface, line=colours.axis, width=0.8)
    core = list(in_area(districts, "core")["district"])
    if core:
        border(figure, shapes, core, colours=colours, colour=colours.text, width=2, name=language.text("region.core"))
    _flows(figure, shapes, shown, chosen, language, colours)
    _discs(figure, shapes, shown, chosen, language, colours)
    discs = set(shown["district"][shown["district"] == shown["partner_district"]])
    names = [
        Label(row["district"], "", safe(row["name"]), colours.text, lift=2 if row["district"] in discs else 1)
        for row in districts.to_dict("records")
    ]
    labels(figure, shapes, extent, names)
    figure.update_layout(showlegend=True, legend={"itemsizing": "trace"})
    return figure


def ties_ranking(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Bars by rank: the pairs of districts with most ties, at most :data:`MOST_BARS`; ``frame`` as for the map.

    Where classes are told, these stand in the bars' place.
    """
    if frame.empty:
        return nothing(language=language, theme=theme)
    if f"ties{CLASS}" in frame:
        pairs = pairs_by_class(frame).head(MOST_BARS).to_dict("records")
        cells = [ClassRow(_pair(row, language), (row[f"ties{CLASS}"],)) for row in pairs]
        headings, alt = [language.text("columns.ties")], _alt(frame, language)
        return class_matrix(cells, headings, alt, language=language, theme=theme)
    ranked = frame.sort_values(["ties", "name", "partner_name"], ascending=[False, True, True], na_position="last")
    rows = [
        Row(
            label=safe(_pair(row, language)),
            value=float(row["ties"]),
            number=safe(language.number(row["ties"])),
            hover=_hover(row, language),
        )
        for row in ranked.head(MOST_BARS).to_dict("records")
    ]
    return horizontal(rows, _alt(frame, language), language=language, theme=theme, row_height=_BAR)


def bend(one: tuple[float, float], other: tuple[float, float]) -> Points:
    """A slight curve from one place to the other, so that opposite flows and districts in between stay visible."""
    start, end = np.array(one), np.array(other)
    way = end - start
    middle = (start + end) / 2 + _BEND * np.array([-way[1], way[0]])
    share = np.linspace(0, 1, _STEPS)[:, None]
    return np.asarray((1 - share) ** 2 * start + 2 * share * (1 - share) * middle + share**2 * end)


def _flows(
    figure: go.Figure,
    shapes: DistrictShapes,
    shown: pd.DataFrame,
    chosen: str | None,
    language: Language,
    colours: Palette,
) -> None:
    """The curves between districts in classes of their ties, the weakest first; all that leave a chosen one on top."""
    between = shown[shown["district"] != shown["partner_district"]]
    if between.empty:
        return
    steps, names = _steps(between, language)
    ended = sorted({*between["district"], *between["partner_district"]})
    place = {district: shapes.shapes[district].place for district in ended}
    curves: defaultdict[tuple[bool, int], list[Points]] = defaultdict(list)
    hovered: list[tuple[Points, str]] = []
    for row, step in zip(between.to_dict("records"), steps, strict=True):
        ends = (str(row["district"]), str(row["partner_district"]))
        curve = bend(place[ends[0]], place[ends[1]])
        curves[chosen is None or chosen in ends, step].append(curve)
        hovered.append((curve[_STEPS // 4 : -_STEPS // 4 : 3], _hover(row, language)))
    for (is_loud, step), lines in sorted(curves.items()):
        colour = translucent(colours.accent, 0.75) if is_loud else translucent(colours.axis, 0.3)
        _draw(figure, lines, {**_stroke(step), "color": colour})
    for step in sorted({step for _, step in curves}):
        name = language.text("region.ties_class", ties=names[step]) if step == 0 else names[step]
        line = {**_stroke(step), "color": colours.accent}
        figure.add_scatter(name=name, x=[None], y=[None], mode="lines", line=line)
    _ends(figure, list(place.values()), colours)
    _hovers(figure, hovered)


def _steps(between: pd.DataFrame, language: Language) -> tuple[list[int], dict[int, str]]:
    """Each pair's class by number, the weakest 0, and the classes' names."""
    if f"ties{CLASS}" in between:
        steps = [CLASSES.index(token) - 1 for token in between[f"ties{CLASS}"]]
        return steps, {step: label_of(CLASSES[step + 1], language) for step in steps}
    breaks = class_breaks(between["ties"])
    steps = [class_of(ties, breaks) for ties in between["ties"]]
    return steps, {step: class_label(step, breaks, language) for step in steps}


def pairs_by_class(frame: pd.DataFrame) -> pd.DataFrame:
    """The pairs by the class of their ties, the highest first."""
    places = -frame[f"ties{CLASS}"].map(CLASSES.index)
    ranked = frame.assign(place=places).sort_values(["place", "name", "partner_name"], kind="stable")
    return ranked.drop(columns="place")


def _stroke(step: int) -> dict[str, Any]:
    """How the curves of a class are drawn."""
    return {"width": _WIDTHS[min(step, len(_WIDTHS) - 1)]}


def _ends(figure: go.Figure, places: Sequence[tuple[float, float]], colours: Palette) -> None:
    """A dot wherever a curve ends."""
    figure.add_scatter(
        x=[east for east, _ in places],
        y=[north for _, north in places],
        mode="markers",
        marker={"size": 6, "color": colours.accent, "line": {"color": colours.surface, "width": 1}},
        hoverinfo="skip",
        showlegend=False,
    )


def _discs(
    figure: go.Figure,
    shapes: DistrictShapes,
    shown: pd.DataFrame,
    chosen: str | None,
    language: Language,
    colours: Palette,
) -> None:
    """A disc where organisations of one district work with each other, its area by their ties or their class."""
    inside = shown[shown["district"] == shown["partner_district"]]
    if inside.empty:
        return
    sizes = inside[f"ties{CLASS}"].map(CLASSES.index) if f"ties{CLASS}" in inside else inside["ties"]
    shares = (sizes / sizes.max()) ** 0.5
    places = [shapes.shapes[district].place for district in inside["district"]]
    is_loud = [chosen is None or chosen == district for district in inside["district"]]
    figure.add_scatter(
        name=language.text("region.ties_inside"),
        x=[east for east, _ in places],
        y=[north for _, north in places],
        mode="markers",
        marker={
            "size": [max(_SMALLEST, _LARGEST * share) for share in shares],
            "color": [colours.second if loud else colours.neutral for loud in is_loud],
            "opacity": 0.85,
            "line": {"color": colours.surface, "width": 1.5},
        },
        text=[_hover(row, language) for row in inside.to_dict("records")],
        hoverinfo="text",
    )


def _draw(figure: go.Figure, curves: Sequence[Points], line: dict[str, Any]) -> None:
    gap = np.full((1, 2), np.nan)
    points = np.concatenate([part for curve in curves for part in (curve, gap)])
    figure.add_scatter(x=points[:, 0], y=points[:, 1], mode="lines", line=line, hoverinfo="skip", showlegend=False)


def _hovers(figure: go.Figure, hovered: Sequence[tuple[Points, str]]) -> None:
    """Unseen points along the curves, by which they are hovered."""
    points = np.concatenate([points for points, _ in hovered])
    figure.add_scatter(
        x=points[:, 0],
        y=points[:, 1],
        mode="markers",
        marker={"size": 8, "opacity": 0},
        text=[text for points, text in hovered for _ in points],
        hoverinfo="text",
        showlegend=False,
    )


def _pair(row: dict[Any, Any], language: Language) -> str:
    if row["district"] == row["partner_district"]:
        return language.text("region.within", name=row["name"])
    return f"{row['name']} – {row['partner_name']}"


def _hover(row: dict[Any, Any], language: Language) -> str:
    count = (
        classes_hover(row[f"ties{CLASS}"], "ties", language)
        if f"ties{CLASS}" in row
        else language.text("region.hover_ties", n=int(row["ties"]))
    )
    return f"<b>{safe(_pair(row, language))}</b><br>{count}"


def _alt(frame: pd.DataFrame, language: Language) -> str:
    if f"ties{CLASS}" in frame:
        return language.text("region.ties_alt_classes", n=len(frame))
    first = frame.sort_values(["ties", "name"], ascending=[False, True]).iloc[0].to_dict()
    return language.text("region.ties_alt", pair=cut(_pair(first, language), 40), n=int(first["ties"]))
