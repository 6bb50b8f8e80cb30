"""What the network counts in each district: on a map of the districts' outlines, and as bars by rank.

A frame holds a row per district of the area shown: ``district`` (its key), ``name``, ``is_core``, ``is_westfalen``,
``count``, ``known`` (organisations of the network there), ``per_hundred`` and ``before`` (the count a year earlier).
What is undefined or withheld is NaN; a column ``<name>_hidden`` then holds the sign in a withheld number's place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import canvas, nothing
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

MOST_BARS = 15
"""So many districts stand beside the map; all are in the table."""

SCALES: Mapping[Theme, tuple[str, ...]] = {
    "light": ("#cfe6dc", "#94c8b1", "#4C9A80", "#0B6E4F", "#05372a"),
    "dark": ("#17352e", "#1f5c49", "#2A8365", "#3FB58C", "#b4ecd6"),
}
"""From few to many, in one hue: lightness alone tells them apart, so every eye reads them."""

_SHADES: Mapping[int, tuple[int, ...]] = {1: (2,), 2: (1, 3), 3: (1, 2, 4), 4: (0, 1, 2, 4), 5: (0, 1, 2, 3, 4)}
"""Which of a scale's colours so many classes take."""

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
    ``chosen`` districts. 0 is an outline, what is withheld or undefined is hatched. Empty without a district.
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

    Those whose number is withheld come last, by name, with the sign in its place. Empty where nothing is counted.
    """
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


def _ranked(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    """The districts with any, the most first; withheld ones after them."""
    if frame.empty:
        return frame
    hidden = frame.get(f"{column}_hidden", pd.Series("", index=frame.index)) != ""
    some = frame[(frame[column] > 0) | hidden]
    return some.sort_values([column, "name"], ascending=[False, True], na_position="last")


def _classes(frame: pd.DataFrame, column: str, language: Language, theme: Theme) -> list[_Class]:
    """How the districts are shaded, from those without a number by way of none to most."""
    colours = PALETTES[theme]
    values = dict(zip(frame["district"], frame[column], strict=True))
    signs = dict(zip(frame["district"], frame.get(f"{column}_hidden", [""] * len(frame)), strict=True))
    breaks = class_breaks(value for value in values.values() if not pd.isna(value))
    groups: dict[int, list[str]] = {}
    for district, value in values.items():
        groups.setdefault(_place(value, signs[district], breaks), []).append(district)
    special = {
        -3: (language.text("region.class_undefined"), colours.surface, "."),
        -2: (language.text("region.class_withheld"), colours.surface, "/"),
        -1: (language.text("region.class_none"), colours.surface, ""),
    }
    found = []
    for place, districts in sorted(groups.items()):
        if place < 0:
            name, colour, sign = special[place]
            found.append(_Class(name, districts, colour, _hatching(sign, colours)))
        else:
            colour = SCALES[theme][_SHADES[len(breaks)][place]]
            found.append(_Class(class_label(place, breaks, language), districts, colour))
    return found


def _place(value: float, sign: str, breaks: Sequence[int]) -> int:
    """The number of the district's class; below 0 for none, for withheld and for undefined."""
    if pd.isna(value):
        return -2 if sign else -3
    return class_of(value, breaks) if value > 0 else -1


def _hatching(shape: str, colours: Palette) -> dict[str, Any] | None:
    if not shape:
        return None
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
    """The number, or what stands in its place."""
    if pd.isna(row[column]):
        return row.get(f"{column}_hidden") or UNDEFINED
    return language.number(whole(row[column]) if row[column] > 0 else 0)


def _hover(row: dict[Any, Any], measure: str, language: Language) -> str:
    """Everything about the district in full words."""
    count = (
        language.text(f"region.hover_{measure}", n=int(row["count"]))
        if not pd.isna(row["count"])
        else withheld_words(row.get("count_hidden") or "", language)
    )
    lines = [f"<b>{safe(row['name'])}</b>", count]
    if not pd.isna(row["per_hundred"]):
        per_hundred = language.number(row["per_hundred"])
        lines.append(language.text("region.per_hundred_here", per_hundred=per_hundred, n=int(row["known"])))
    if not pd.isna(row["before"]):
        lines.append(language.text("region.year_before", n=int(row["before"])))
    return "<br>".join(lines)


def hides_large(frame: pd.DataFrame, column: str) -> bool:
    """Whether a withheld number may be the largest of all: one that is hidden for another's sake is not small."""
    signs = frame.get(f"{column}_hidden", pd.Series("", index=frame.index)).fillna("")
    return bool(((signs != "") & ~signs.str.startswith("<")).any())


def withheld_words(sign: str, language: Language) -> str:
    """Why a number is not shown, by the sign in its place ("" where it is undefined); ready to be drawn."""
    if sign.startswith("<"):
        return safe(language.text("region.withheld_small", sign=sign))
    return language.text("region.withheld_second" if sign else "region.class_undefined")


def _alt(frame: pd.DataFrame, column: str, measure: str, language: Language) -> str:
    what = language.text(f"region.measure_{measure}")
    ranked = _ranked(frame, column).dropna(subset=[column])
    if ranked.empty:
        return language.text("region.alt_none", what=what, n=len(frame))
    first = ranked.iloc[0].to_dict()
    most = f"{cut(first['name'], 24)} ({_written(first, column, language)})"
    key = "region.alt_shown" if hides_large(frame, column) else "region.alt"
    return language.text(key, what=what, n=len(frame), most=most)
