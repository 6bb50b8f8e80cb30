"""What the network counts in each district: on a map of the districts' outlines, and as bars by rank.

A frame holds a row per district of the area shown: ``district`` (its key), ``name``, ``is_core``, ``is_westfalen``,
``count``, ``known`` (organisations of the network there), ``per_hundred`` and ``before`` (the count a year earlier).
What is undefined is NaN. For masked audiences ``count_class`` and ``before_class`` hold the classes of the counts
(:mod:`analytics.model.count_classes`); the counts themselves are then NaN.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import canvas, nothing
from analytics.charts.class_matrix import ClassRow, class_matrix
from analytics.charts.class_shades import shades, shades_of
from analytics.charts.labels import cut, safe
from analytics.charts.palette import PALETTES, Palette, Theme, readable_on
from analytics.charts.region.areas import in_area
from analytics.charts.region.class_breaks import class_breaks, class_label, class_of, whole
from analytics.charts.region.district_ground import (
    HEIGHT,
    Label,
    area,
    border,
    hits,
    labels,
    line_on,
    plane,
    surroundings,
)
from analytics.charts.region.district_shapes import DistrictShapes
from analytics.language import Language
from analytics.language.language import UNDEFINED
from analytics.model.count_classes import CLASS, CLASSES, NONE, UNTOLD, label_of

MOST_BARS = 15
"""So many districts stand beside the map; all are in the table."""

_BAR = 30


@dataclass(frozen=True)
class _Class:
    """The districts that look alike on the map; a ``pattern`` marks those without a number."""

    name: str
    districts: Sequence[str]
    colour: str
    pattern: dict[str, Any] | None = None


def district_map(
    frame: pd.DataFrame,
    *,
    shapes: DistrictShapes,
    measure: str,
    relative: bool = False,
    chosen: Sequence[str] = (),
    language: Language,
    theme: Theme,
) -> go.Figure:
    """The districts of the frame (see this module) shaded in classes of their counts, the others pale around them.

    ``relative`` shades by ``per_hundred`` instead. The core area has a strong line around it, and so have the
    ``chosen`` districts. 0 is an outline, what is not told or undefined is hatched. Empty without a district.
    """
    if frame.empty:
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    column = "per_hundred" if relative else "count"
    inside = list(frame["district"])
    extent = shapes.extent(inside)
    alt = _alt(frame, column, measure, language)
    figure = canvas(alt, language=language, theme=theme, height=HEIGHT)
    plane(figure, extent)
    surroundings(figure, shapes, inside, colours)
    fillings = {}
    for group in _classes(frame, column, language, theme):
        fillings.update(dict.fromkeys(group.districts, group))
        line = line_on(group.colour, colours)
        area(figure, shapes, group.districts, colour=group.colour, line=line, name=group.name, pattern=group.pattern)
    _borders(figure, shapes, frame, chosen, language, colours)
    labels(figure, shapes, extent, [_label(row, column, fillings, language) for row in frame.to_dict("records")])
    hits(figure, shapes, extent, {row["district"]: _hover(row, measure, language) for row in frame.to_dict("records")})
    figure.update_layout(showlegend=True)
    return figure


def district_ranking(
    frame: pd.DataFrame, *, measure: str, relative: bool = False, language: Language, theme: Theme
) -> go.Figure:
    """Bars by rank: the districts of the frame (see this module) that have any, at most :data:`MOST_BARS`.

    Where classes are told, these stand in the bars' place, with those of the year before if it is known. Empty where
    nothing is counted.
    """
    if f"count{CLASS}" in frame:
        return _ranked_classes(frame, measure, language, theme)
    column = "per_hundred" if relative else "count"
    ranked = _ranked(frame, column)
    if ranked.empty:
        return nothing(language=language, theme=theme)
    rows = [
        Row(
            label=safe(row["name"]),
            value=None if pd.isna(row[column]) else float(row[column]),
            number=safe(_written(row, column, language)),
            hover=_hover(row, measure, language),
        )
        for row in ranked.head(MOST_BARS).to_dict("records")
    ]
    return horizontal(rows, _alt(frame, column, measure, language), language=language, theme=theme, row_height=_BAR)


def by_class(frame: pd.DataFrame) -> pd.DataFrame:
    """The districts by the class of their counts, the highest first, those that nothing is told of last."""
    places = frame[f"count{CLASS}"].map([*CLASSES[::-1], UNTOLD].index)
    return frame.assign(place=places).sort_values(["place", "name"], kind="stable").drop(columns="place")


def _ranked_classes(frame: pd.DataFrame, measure: str, language: Language, theme: Theme) -> go.Figure:
    told = [column for column in ("before", "count") if (frame[f"{column}{CLASS}"] != UNTOLD).any()]
    ranked = by_class(frame[~frame[f"count{CLASS}"].isin([NONE, UNTOLD])]).head(MOST_BARS)
    if ranked.empty:
        return nothing(language=language, theme=theme)
    rows = [
        ClassRow(str(row["name"]), tuple(row[f"{column}{CLASS}"] for column in told))
        for row in ranked.to_dict("records")
    ]
    headings = [language.text(f"columns.{'in_year' if column == 'count' else column}") for column in told]
    return class_matrix(rows, headings, _alt(frame, "count", measure, language), language=language, theme=theme)


def _ranked(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """The districts with any, the most first."""
    if frame.empty:
        return frame
    return frame[frame[column] > 0].sort_values([column, "name"], ascending=[False, True])


def _classes(frame: pd.DataFrame, column: str, language: Language, theme: Theme) -> list[_Class]:
    """How the districts are shaded, from those without a number by way of none to most."""
    if f"{column}{CLASS}" in frame:
        return _fixed_classes(frame, f"{column}{CLASS}", language, theme)
    values = dict(zip(frame["district"], frame[column], strict=True))
    breaks = class_breaks(value for value in values.values() if not pd.isna(value))
    groups: dict[int, list[str]] = {}
    for district, value in values.items():
        groups.setdefault(_place(value, breaks), []).append(district)
    colours = PALETTES[theme]
    fillings = shades(len(breaks), theme) if breaks else []
    found = []
    for place, districts in sorted(groups.items()):
        if place >= 0:
            found.append(_Class(class_label(place, breaks, language), districts, fillings[place]))
        elif place == -1:
            found.append(_Class(language.text("region.class_none"), districts, colours.surface))
        else:
            pattern = _hatching(".", colours)
            found.append(_Class(language.text("region.class_undefined"), districts, colours.surface, pattern))
    return found


def _place(value: float, breaks: Sequence[int]) -> int:
    """The number of the district's class; below 0 for none and for undefined."""
    if pd.isna(value):
        return -2
    return class_of(value, breaks) if value > 0 else -1


def _fixed_classes(frame: pd.DataFrame, column: str, language: Language, theme: Theme) -> list[_Class]:
    """The same of classes that are told; the colours are those of all classes up to the highest."""
    colours, tokens = PALETTES[theme], set(frame[column])
    fillings = {NONE: colours.surface, UNTOLD: colours.surface} | shades_of(tokens, theme)
    patterns = {UNTOLD: _hatching("/", colours)}
    names = {NONE: language.text("region.class_none")}
    return [
        _Class(
            names.get(token) or label_of(token, language),
            list(frame.loc[frame[column] == token, "district"]),
            fillings[token],
            patterns.get(token),
        )
        for token in (UNTOLD, *CLASSES)
        if token in tokens
    ]


def _hatching(shape: str, colours: Palette) -> dict[str, Any]:
    ink = {"bgcolor": colours.surface, "fgcolor": colours.axis, "fgopacity": 0.55}
    return {"shape": shape, "size": 7, "solidity": 0.2, **ink}


def _borders(
    figure: go.Figure,
    shapes: DistrictShapes,
    frame: pd.DataFrame,
    chosen: Sequence[str],
    language: Language,
    colours: Palette,
) -> None:
    """The lines around Westphalia where more is shown, around the core area, and around what is chosen."""
    westphalia, core = (list(in_area(frame, name)["district"]) for name in ("westphalia", "core"))
    if westphalia and len(westphalia) < len(frame):
        name = language.text("region.westphalia")
        border(figure, shapes, westphalia, colours=colours, colour=colours.muted, width=2, name=name, dash="5px,3px")
    if core:
        name = language.text("region.core")
        border(figure, shapes, core, colours=colours, colour=colours.text, width=2.5, name=name)
    known = [district for district in chosen if district in shapes.shapes]
    if known:
        name = language.text("region.chosen")
        border(figure, shapes, known, colours=colours, colour=colours.second, width=3.5, name=name)


def _label(row: dict[Any, Any], column: str, fillings: dict[str, _Class], language: Language) -> Label:
    number = "" if row[column] == 0 else safe(_written(row, column, language))
    return Label(row["district"], number, safe(row["name"]), readable_on(fillings[row["district"]].colour))


def _written(row: dict[Any, Any], column: str, language: Language) -> str:
    """The number, its class, or the sign that there is none."""
    if f"{column}{CLASS}" in row:
        return label_of(row[f"{column}{CLASS}"], language) if row[f"{column}{CLASS}"] else UNDEFINED
    return UNDEFINED if pd.isna(row[column]) else language.number(whole(row[column]) if row[column] > 0 else 0)


def _hover(row: dict[Any, Any], measure: str, language: Language) -> str:
    """Everything about the district in full words."""
    lines = [f"<b>{safe(row['name'])}</b>"]
    if f"count{CLASS}" in row:
        lines.append(classes_hover(row[f"count{CLASS}"], measure, language))
        if row[f"before{CLASS}"]:
            lines.append(language.text("region.class_before", told=label_of(row[f"before{CLASS}"], language)))
        return "<br>".join(lines)
    is_known = not pd.isna(row["count"])
    key = f"region.hover_{measure}" if is_known else "region.class_undefined"
    lines.append(language.text(key, n=int(row["count"])) if is_known else language.text(key))
    if not pd.isna(row["per_hundred"]):
        per_hundred = language.number(row["per_hundred"])
        lines.append(language.text("region.per_hundred_here", per_hundred=per_hundred, n=int(row["known"])))
    if not pd.isna(row["before"]):
        lines.append(language.text("region.year_before", n=int(row["before"])))
    return "<br>".join(lines)


def classes_hover(token: str, measure: str, language: Language) -> str:
    """What is told of a count in full words; ready to be drawn."""
    what = language.text(f"region.measure_{measure}")
    return safe(language.text("region.hover_class", what=what, told=label_of(token, language)))


def _alt(frame: pd.DataFrame, column: str, measure: str, language: Language) -> str:
    what = language.text(f"region.measure_{measure}")
    if f"{column}{CLASS}" in frame:
        return language.text("region.alt_classes", what=what, n=len(frame))
    ranked = _ranked(frame, column)
    if ranked.empty:
        return language.text("region.alt_none", what=what, n=len(frame))
    first = ranked.iloc[0].to_dict()
    most = f"{cut(first['name'], 24)} ({_written(first, column, language)})"
    return language.text("region.alt", what=what, n=len(frame), most=most)
