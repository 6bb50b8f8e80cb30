import pytest

from analytics.charts.growth import growth
from analytics.charts.incomplete import mark_incomplete
from tests.charts.growth.test_growth import REACHED


@pytest.mark.parametrize(("period", "ends"), [("2025-Q3", [(1.5, 2.5)]), ("2026-Q1", []), ("2025", [])])
def test_the_ground_lies_behind_the_column_of_the_period(look, period, ends):
    figure = growth.organisations_reached(REACHED, **look)
    mark_incomplete(figure, period, **look)
    grounds = [shape for shape in figure.layout.shapes if shape.name == "incomplete"]
    assert [(shape.x0, shape.x1) for shape in grounds] == ends
    assert all(shape.layer == "below" for shape in grounds)
