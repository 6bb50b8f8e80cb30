"""The districts' outlines: all of them, whole, and those of the districts' list."""

import csv
import json

from analytics.warehouse.outlines import SOURCE, outlines
from analytics.warehouse.snapshot import REFERENCE


def test_the_outlines_are_those_of_the_53_districts():
    with (REFERENCE / "districts_nrw.csv").open(encoding="utf-8-sig", newline="") as file:
        listed = [row["ags5"] for row in csv.DictReader(file)]
    assert len(listed) == 53
    assert sorted(set(outlines()["district"])) == sorted(listed)


def test_every_ring_is_closed_and_has_an_inside():
    for _, ring in outlines().groupby(["district", "ring"]):
        corners = list(zip(ring["longitude"], ring["latitude"], strict=True))
        assert corners[0] == corners[-1]
        assert len(set(corners)) >= 3


def test_no_polygon_of_the_file_is_left_out():
    features = json.loads((REFERENCE / "districts_nrw.geojson").read_text("utf-8"))["features"]
    shapes = [feature["geometry"] for feature in features]
    rings = sum(
        sum(map(len, shape["coordinates"])) if shape["type"] == "MultiPolygon" else len(shape["coordinates"])
        for shape in shapes
    )
    assert outlines().groupby(["district", "ring"]).ngroups == rings
    # The Städteregion Aachen has three parts beyond the border's own, cut off by a Belgian railway.
    assert outlines().query("district == '05334'")["ring"].nunique() == 4


def test_the_state_lies_where_it_lies():
    corners = outlines()
    assert corners["longitude"].between(5.8, 9.5).all()
    assert corners["latitude"].between(50.3, 52.6).all()


def test_the_note_that_the_licence_asks_for_is_the_readmes():
    assert SOURCE in (REFERENCE / "README.md").read_text("utf-8")
