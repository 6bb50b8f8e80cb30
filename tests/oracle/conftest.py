"""Tiny worlds from the tables in a test's docstring, asked of both sides."""

import csv

import pytest

from tests.oracle.compare import is_same
from tests.oracle.kpis import value
from tests.oracle.periods import quarter, year
from tests.oracle.product import Product
from tests.oracle.region import Region
from tests.oracle.scope import Scope
from tests.tables import tables_in


@pytest.fixture
def both_say(request, tmp_path):
    """Gives a KPI's value of a period ("2024" or "2024-Q1") on which oracle and product agree; scope by keyword."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name, rows in tables_in(request.function.__doc__).items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    region, product = Region(folder), Product(folder, tmp_path / "store")

    def say(kpi, name, **choice):
        number, _, part = name.partition("-Q")
        period, scope = quarter(int(number), int(part)) if part else year(int(number)), Scope(**choice)
        ours, (theirs,) = value(kpi, region, scope, period), product.values(scope, [period])[kpi]
        assert is_same(ours, theirs), f"{kpi} {name}: oracle {ours}, product {theirs}"
        return ours

    return say
