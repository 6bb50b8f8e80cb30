"""The tables that stand in a test's docstring, imported and built: what a test asks is what its reader sees.

A table is written as its name and a colon, then its header and its rows with cells parted by bars.
"""

import csv
import inspect
import math
from pathlib import Path

import pytest

from analytics.intake.demo import DEMO_FOLDER, load_demo
from analytics.intake.importing import import_files
from analytics.kpis import CATALOGUE, compute
from analytics.model import TABLES
from analytics.store import Store
from analytics.warehouse import Period, Scope, View, build, periods_between


def tables_in(text):
    """The tables of a docstring: by name, the rows as lists of cells, the header first."""
    tables, rows = {}, None
    for line in inspect.cleandoc(text or "").splitlines():
        name = line.strip().removesuffix(":")
        if line.strip().endswith(":") and name in TABLES:
            rows = tables.setdefault(name, [])
        elif rows is not None and line.strip():
            rows.append([cell.strip() for cell in line.split("|")])
        else:
            rows = None
    return tables


def built_from(text, folder):
    """A view of the snapshot of a docstring's tables; every row of them must be accepted."""
    for name, rows in tables_in(text).items():
        with Path(folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    store = Store(folder / "store")
    report = import_files(store, [folder])
    assert report.rejections == []
    return View(build(store))


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Views by the docstrings that they were built from, so that tests with the same tables share one."""
    views = {}

    def view_of(text):
        if text not in views:
            views[text] = built_from(text, tmp_path_factory.mktemp("region"))
        return views[text]

    return view_of


@pytest.fixture
def view(request, built):
    """The tables in the test's docstring, else those in its file's."""
    own = request.function.__doc__
    return built(own if tables_in(own) else request.module.__doc__)


@pytest.fixture
def kpi(view):
    """Asks for a KPI: its value by period, None where it is undefined. The scope goes by keyword."""

    def ask(name, *periods, **scope):
        asked = [Period.parse(period) if isinstance(period, str) else period for period in periods]
        rows = compute(view, [CATALOGUE[name]], asked, Scope(**scope))
        assert list(rows["period"]) == [period.name for period in asked]
        values = [None if math.isnan(value) else value for value in rows["value"]]
        return dict(zip(rows["period"], values, strict=True))

    return ask


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """The demo region's view."""
    if not (DEMO_FOLDER / "organisations.csv").exists():
        pytest.skip("the demo region's files are not there yet")
    return View(load_demo(Store(tmp_path_factory.mktemp("demo") / "store")))


@pytest.fixture(scope="session")
def demo_periods(demo):
    """Every quarter and year of the demo region's data, and all of it."""
    quarters = periods_between(demo.first_day, demo.last_day, "quarter")
    years = periods_between(demo.first_day, demo.last_day, "year")
    return [*quarters, *years, Period(quarters[0].starts_on, quarters[-1].ends_on, "whole")]
