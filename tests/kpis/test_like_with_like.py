"""A period that still runs is compared with the same days before, whatever the KPI and wherever the data ends."""

import math
from datetime import date

import pytest

from analytics.kpis import CATALOGUE, compute, standings
from analytics.warehouse import GRAINS, Period
from tests.kpis.cut import view_until

KPIS = list(CATALOGUE.values())
YEARS = {
    date(2024, 2, 29): date(2023, 2, 28),
    date(2025, 11, 30): date(2024, 11, 30),
    date(2026, 5, 15): date(2025, 5, 15),
}
"""Days on which the data ends, and the same a year before."""


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """The demo as it was known on a day; each is built once."""
    views = {}

    def view(day):
        if day not in views:
            views[day] = view_until(day, tmp_path_factory.mktemp(str(day)))
        return views[day]

    return view


def values(view, period):
    rows = compute(view, KPIS, [period])
    return {name: None if math.isnan(value) else value for name, value in zip(rows["kpi"], rows["value"], strict=True)}


def same(left, right):
    return left is right is None or (None not in (left, right) and math.isclose(left, right, abs_tol=1e-9))


@pytest.mark.parametrize("grain", GRAINS)
@pytest.mark.parametrize("last", YEARS, ids=str)
def test_the_year_before_is_that_of_a_store_that_ended_on_the_same_day(known, last, grain):
    period = Period.of(last, grain)
    told = {found.kpi.name: found for found in standings(known(last), KPIS, period, [])}
    then = values(known(YEARS[last]), period.back(12))
    now = values(known(last), period)
    found = {name: one.before if grain == "year" else one.year_before for name, one in told.items()}
    assert [name for name in told if not same(found[name], then[name])] == []
    assert [name for name in told if not same(told[name].value, now[name])] == []
    assert sum(value is not None for value in found.values()) > 15
    assert {one.until for one in told.values()} == {last}
    days = {one.before_until if grain == "year" else one.year_before_until for one in told.values()}
    assert days == {YEARS[last]}


@pytest.mark.parametrize(("grain", "earlier"), [("quarter", date(2025, 8, 30)), ("half_year", date(2025, 5, 30))])
def test_the_period_before_is_that_of_a_store_that_ended_as_early_in_it(known, grain, earlier):
    last = date(2025, 11, 30)
    period = Period.of(last, grain)
    told = {found.kpi.name: found for found in standings(known(last), KPIS, period, [])}
    then = values(known(earlier), period.back(period.months))
    assert [name for name, one in told.items() if not same(one.before, then[name])] == []
    assert {one.before_until for one in told.values()} == {earlier}


@pytest.mark.parametrize(
    ("name", "last", "months", "as_of"),
    [
        ("2024-Q1", date(2024, 2, 29), 12, date(2023, 2, 28)),
        ("2025-Q1", date(2025, 2, 28), 12, date(2024, 2, 28)),
        ("2025-Q2", date(2025, 5, 31), 3, date(2025, 2, 28)),
        ("2025-Q3", date(2025, 7, 31), 3, date(2025, 4, 30)),
        ("2025", date(2025, 11, 30), 12, date(2024, 11, 30)),
        # Over: all of the period before counts, and as many days after it.
        ("2025-Q2", date(2025, 6, 30), 3, date(2025, 3, 31)),
        ("2025-Q2", date(2025, 7, 10), 3, date(2025, 4, 10)),
        ("2024-Q1", date(2024, 3, 31), 12, date(2023, 3, 31)),
    ],
)
def test_a_span_before_counts_until_the_same_day(name, last, months, as_of):
    period = Period.parse(name)
    assert period.back(months).as_far_as(period, last).as_of == as_of


def test_a_period_that_is_over_says_no_day(known):
    period = Period.parse("2025-Q3")
    for found in standings(known(date(2025, 11, 30)), KPIS, period, []):
        assert (found.until, found.before_until, found.year_before_until) == (None, None, None)


def test_the_course_ends_no_lower_than_it_ran(known):
    """Every point counts until the same day of its own year as the last one."""
    view, period = known(date(2025, 11, 30)), Period.parse("2025")
    course = [period.back(24), period.back(12), period]
    found = standings(view, [CATALOGUE["events_held"]], period, course)[0]
    days = [Period(span.starts_on, span.ends_on.replace(month=11, day=30), span.name) for span in course]
    assert list(found.course) == compute(view, [CATALOGUE["events_held"]], days)["value"].tolist()
