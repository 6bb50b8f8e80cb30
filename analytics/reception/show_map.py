"""The scene of the map: the districts filling with the years, in classes."""

from functools import cache
from typing import Any

import pandas as pd

from analytics.charts.region.district_shapes import DistrictShapes
from analytics.language import Language
from analytics.model.count_classes import CLASSES, NONE, UNTOLD, highest, label_of
from analytics.warehouse import Period, View, periods_between
from analytics.warehouse.outlines import SOURCE, outlines

_SCALE = 10
"""Outlines are sent in steps of 100 metres."""


def district_map(view: View, language: Language) -> dict[str, Any] | None:
    """Organisations reached by district in each finished calendar year; None where that is told of no year.

    ``years`` holds for each district the number of its class, 0 for none; ``classes`` are the classes' names from 1 on.
    A year of which nothing is told is left out.
    """
    years = _finished(view)
    if not years:
        return None
    rows = view.ask("region_districts", years)
    rows = rows[rows["district"].isin(_shapes().shapes.keys())]
    told = [(year, part) for year in years if _tells(part := rows[rows["period"] == year.name])]
    if not told:
        return None
    year, last = told[-1]
    most = max(max(_places(part)) for _, part in told)
    return {
        "name": "map",
        "title": _finding(last, year, language),
        "districts": [_district(row) for row in last.to_dict("records")],
        "years": [{"year": year.name, "classes": _places(part)} for year, part in told],
        "classes": [label_of(token, language) for token in CLASSES[1 : most + 1]],
        "source": SOURCE,
    }


def _finished(view: View) -> list[Period]:
    """The calendar years that the data speaks of to their end."""
    if view.first_day is None or view.last_day is None:
        return []
    quarter = Period.of(view.last_day, "quarter")
    return [year for year in periods_between(view.first_day, view.last_day, "year") if year.ends_on <= quarter.ends_on]


def _tells(part: pd.DataFrame) -> bool:
    """Whether somebody was reached in that year, and it is told where: of all districts or of none."""
    return highest(part["organisations_class"]) not in (UNTOLD, NONE)


def _places(part: pd.DataFrame) -> list[int]:
    """Each district's class by its number."""
    return [CLASSES.index(token) for token in part["organisations_class"]]


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


def _finding(part: pd.DataFrame, year: Period, language: Language) -> str:
    """In how many of Westphalia's districts somebody was reached, or of the state's where it reaches beyond."""
    reached = part["organisations_class"] != NONE
    inside = part["is_westfalen"]
    is_beyond = reached[~inside].sum() > reached[inside].sum() / 4
    chosen = reached if is_beyond else reached[inside]
    key = "reception.map_state" if is_beyond else "reception.map"
    return language.text(key, n=int(chosen.sum()), all=len(chosen), year=year.name)
