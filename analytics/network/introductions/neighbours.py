"""Which districts border on each other, read off their outlines."""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

_OUTLINES = Path(__file__).parents[3] / "data" / "reference" / "districts_nrw.geojson"


@cache
def neighbours() -> dict[str, frozenset[str]]:
    """The districts that border on each district, by 5-digit key: those whose outlines share at least one point."""
    districts: defaultdict[tuple[float, float], set[str]] = defaultdict(set)
    for feature in json.loads(_OUTLINES.read_text("utf-8"))["features"]:
        for point in _points(feature["geometry"]["coordinates"]):
            districts[point].add(feature["properties"]["AGS"])
    bordering: defaultdict[str, set[str]] = defaultdict(set)
    for meeting in districts.values():
        for district in meeting:
            bordering[district] |= meeting
    return {district: frozenset(found - {district}) for district, found in bordering.items()}


def _points(coordinates: list[Any]) -> list[tuple[float, float]]:
    """All points of a polygon or of several, however deep they are nested."""
    if not isinstance(coordinates[0], list):
        return [(coordinates[0], coordinates[1])]
    return [point for inner in coordinates for point in _points(inner)]
