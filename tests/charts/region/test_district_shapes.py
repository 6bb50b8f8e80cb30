"""Shapes on the plane: true areas, borders without what neighbours share, labels inside."""

import numpy as np
import pandas as pd
import pytest

from analytics.charts.region.district_shapes import DistrictShapes
from analytics.warehouse.outlines import outlines

CORE = ("05911", "05913", "05914", "05915", "05978")


@pytest.fixture(scope="module")
def shapes():
    return DistrictShapes.of(outlines())


def area(ring):
    """What a closed ring goes around (the shoelace formula)."""
    x, y = ring.T
    return abs(float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))) / 2


def squares():
    """Two squares side by side of a tenth of a degree, A and B, and an island of B's far east."""
    corners = {
        ("A", 0): [(7.0, 51.0), (7.1, 51.0), (7.1, 51.1), (7.0, 51.1), (7.0, 51.0)],
        ("B", 0): [(7.1, 51.0), (7.2, 51.0), (7.2, 51.1), (7.1, 51.1), (7.1, 51.0)],
        ("B", 1): [(7.5, 51.0), (7.6, 51.0), (7.6, 51.1), (7.5, 51.1), (7.5, 51.0)],
    }
    rows = [(*key, *corner) for key, ring in corners.items() for corner in ring]
    return DistrictShapes.of(pd.DataFrame(rows, columns=["district", "ring", "longitude", "latitude"]))


def test_areas_are_true(shapes):
    # The state has 34,112 km², Dortmund 281, the Hochsauerlandkreis 1,960 (official figures).
    areas = {key: sum(area(ring) for ring in shape.rings) for key, shape in shapes.shapes.items()}
    assert sum(areas.values()) == pytest.approx(34_112, rel=0.01)
    assert areas["05913"] == pytest.approx(281, rel=0.02)
    assert areas["05958"] == pytest.approx(1_960, rel=0.01)


def test_neighbours_share_no_border():
    found = squares()
    # Two squares make one rectangle of six corners, the island stands by itself; a row of NaN lies between.
    border = found.border(["A", "B"])
    gaps = np.isnan(border[:, 0])
    assert gaps.sum() == 1
    assert len(border) == 7 + 1 + 5
    assert len(found.line(["A", "B"])) == 5 + 1 + 5 + 1 + 5


def test_the_core_area_has_one_border(shapes):
    border = shapes.border(CORE)
    assert not np.isnan(border).any()
    assert (border[0] == border[-1]).all()
    assert area(border) == pytest.approx(sum(area(ring) for key in CORE for ring in shapes.shapes[key].rings), rel=1e-6)


def test_every_place_lies_inside_and_in_no_other_district(shapes):
    for key, shape in shapes.shapes.items():
        place = np.array([shape.place])
        assert [other for other, found in shapes.shapes.items() if found.contains(place)[0]] == [key]


def test_a_place_is_as_far_from_the_border_as_it_gets():
    square = squares().shapes["A"]
    low, high = square.rings[0].min(axis=0), square.rings[0].max(axis=0)
    assert square.place == pytest.approx(tuple((low + high) / 2), abs=0.4)


def test_a_grid_fills_the_shape_and_nothing_else(shapes):
    for key in ("05334", "05916", "05382"):
        shape = shapes.shapes[key]
        grid = shape.grid(1.0)
        assert shape.contains(grid).all()
        assert len(grid) == pytest.approx(sum(area(ring) for ring in shape.rings), rel=0.12)


def test_a_shape_too_small_for_the_grid_has_its_place(shapes):
    for shape in shapes.shapes.values():
        grid = shape.grid(1000.0)
        assert len(grid) == 1
        assert shape.contains(grid).all()


def test_a_box_fits_or_not():
    square = squares().shapes["A"]  # 7 km wide, 11 km high
    assert square.holds(6.0, -2.0, 2.0)
    assert not square.holds(8.0, -2.0, 2.0)
    assert not square.holds(6.0, -2.0, 7.0)


def test_the_extent_holds_all_with_a_margin(shapes):
    extent = shapes.extent(CORE, margin=0.0)
    corners = np.concatenate([ring for key in CORE for ring in shapes.shapes[key].rings])
    assert (extent.left, extent.bottom) == tuple(corners.min(axis=0))
    assert shapes.extent(CORE).width > extent.width
    assert extent.height == pytest.approx(corners[:, 1].max() - corners[:, 1].min())
