"""The scene of the map: the districts filling with the years, small counts withheld."""

from functools import cache
from typing import Any

import pandas as pd

from analytics.charts.region.class_breaks import class_breaks, class_label
from analytics.charts.region.district_shapes import DistrictShapes
from analytics.language import Language
from analytics.warehouse import Period, View, periods_between
from analytics.warehouse.outlines import SOURCE, outlines

_SCALE = 10
"""Outlines are sent in steps of 100 metres."""


_MOST_CLASSES = 4
"""Of five shades the darkest is the hatching's ground."""


def district_map(view: View, language: Language) -> dict[str, Any] | None:
    """Organisations reached by district in each finished calendar year; None where that is told of no year.

    ``years`` holds a number per district, or None where it is withheld. A year in which all is withheld is left out.
    """
    years = _finished(view)
    if not years:
        return None
    rows = view.ask("region_districts", years)
    rows = rows[rows["district"].isin(_shapes().shapes.keys())]
    told = [(year, part) for year in years if _tells(part := rows[rows["period"] == year.name])]
    if not told:
        return None
    area = told[-1][1]
    shown = pd.concat([part["organisations"] for _, part in told])
    breaks = class_breaks(shown.dropna(), _MOST_CLASSES)
    return {
        "name": "map",
        "title": _finding(told[-1][1], told[-1][0], language),
        "districts": [_district(row) for row in area.to_dict("records")],
        "years": [{"year": year.name, "counts": _counts(part)} for year, part in told],
        "breaks": breaks,
        "classes": [_label(place, breaks, view, language) for place in range(len(breaks))],
        "least": view.rule.least,
        "source": SOURCE,
    }


def _finished(view: View) -> list[Period]:
    """The calendar years that the data speaks of to their end."""
    if view.first_day is None or view.last_day is None:
        return []
    quarter = Period.of(view.last_day, "quarter")
    return [year for year in periods_between(view.first_day, view.last_day, "year") if year.ends_on <= quarter.ends_on]


def _tells(part: pd.DataFrame) -> bool:
    """Whether somebody was reached in that year, and it is told where."""
    return bool(((part["organisations"] > 0) | part["organisations_hidden"].str.startswith("<")).any())


def _counts(part: pd.DataFrame) -> list[int | None]:
    return [None if pd.isna(count) else int(count) for count in part["organisations"]]


def _district(row: dict[Any, Any]) -> dict[str, Any]:
    shape = _shapes().shapes[row["district"]]
    east, north = shape.place
    return {
        "name": row["name"],
        "is_core": bool(row["is_core"]),
        "is_inside": bool(row["is_westfalen"]),
        "place": [round(east * _SCALE), round(north * _SCALE)],
        "rings": [(ring * _SCALE).round().astype(int).ravel().tolist() for ring in shape.rings],
    }


@cache
def _shapes() -> DistrictShapes:
    return DistrictShapes.of(outlines())


def _label(place: int, breaks: list[int], view: View, language: Language) -> str:
    """A class in words; smaller counts than the least are withheld, so the first class begins there."""
    bounds = [max(breaks[0], view.rule.least), *breaks[1:]]
    return class_label(place, bounds, language)


def _finding(part: pd.DataFrame, year: Period, language: Language) -> str:
    """In how many of Westphalia's districts somebody was reached, or of the state's where it reaches beyond."""
    reached = (part["organisations"] > 0) | (part["organisations_hidden"] != "")
    inside = part["is_westfalen"]
    is_beyond = reached[~inside].sum() > reached[inside].sum() / 4
    chosen = reached if is_beyond else reached[inside]
    key = "reception.map_state" if is_beyond else "reception.map"
    return language.text(key, n=int(chosen.sum()), all=len(chosen), year=year.name)
