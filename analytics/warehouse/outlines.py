"""The districts' outlines, from the reference file; reference data, and so the same for every snapshot and audience."""

import json
from functools import cache
from typing import Any

import pandas as pd

from analytics.warehouse.snapshot import REFERENCE

SOURCE = "© GeoBasis-DE / BKG 2017 (Daten verändert)"
"""The note that the outlines' licence asks for wherever they are shown; it stays in German."""


@cache
def outlines() -> pd.DataFrame:
    """A row per corner, in their order: district (5-digit key), ring (its number in the district), longitude, latitude.

    Every polygon of a district has rings of its own; the last corner of a ring is its first.
    """
    features = json.loads((REFERENCE / "districts_nrw.geojson").read_text("utf-8"))["features"]
    corners = [
        (feature["properties"]["AGS"], number, *corner)
        for feature in features
        for number, ring in enumerate(_rings(feature["geometry"]))
        for corner in ring
    ]
    return pd.DataFrame(corners, columns=["district", "ring", "longitude", "latitude"])


def _rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    """The rings of a polygon, or of all polygons of several."""
    coordinates = geometry["coordinates"]
    if geometry["type"] == "MultiPolygon":
        return [ring for polygon in coordinates for ring in polygon]
    rings: list[list[list[float]]] = coordinates
    return rings
