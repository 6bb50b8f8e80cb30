"""KPIs asked for on the tables of a docstring, and on the demo."""

import math

import pytest

from analytics.intake.demo import DEMO_FOLDER, load_demo
from analytics.kpis import CATALOGUE, compute
from analytics.store import Store
from analytics.warehouse import Period, Scope, View, periods_between


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
