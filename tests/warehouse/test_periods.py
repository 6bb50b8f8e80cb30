"""Periods: their names, their days, what lies before them, and how they follow one another."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.errors import QuestionError
from analytics.warehouse import GRAINS, Period, incomplete, periods_between

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))
GRAIN = st.sampled_from(GRAINS)
MONTHS = {"quarter": 3, "half_year": 6, "year": 12}


@pytest.mark.parametrize(
    ("name", "starts_on", "ends_on", "months"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31), 12),
        ("2025-H1", date(2025, 1, 1), date(2025, 6, 30), 6),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31), 6),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), 3),
        ("2025-Q2", date(2025, 4, 1), date(2025, 6, 30), 3),
        ("2025-Q3", date(2025, 7, 1), date(2025, 9, 30), 3),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31), 3),
    ],
)
def test_a_name_says_which_days(name, starts_on, ends_on, months):
    period = Period.parse(name)
    assert (period.starts_on, period.ends_on, period.name, period.months) == (starts_on, ends_on, name, months)


def test_case_and_blanks_around_a_name_do_not_matter():
    assert Period.parse(" 2025-q3\n") == Period.parse("2025-Q3")


@pytest.mark.parametrize(
    "name",
    ["", "25", "2025-Q5", "2025-Q0", "2025-H3", "2025-", "2025Q1", "2025-03", "2025-Q1..2025-Q2", "1799", "2201", "x"],
)
def test_what_is_no_period_is_said_so(name):
    with pytest.raises(QuestionError) as caught:
        Period.parse(name)
    assert caught.value.key == "bad_period"
    assert name in caught.value.message("de")


@given(DAYS, GRAIN)
def test_a_day_lies_in_its_period(day, grain):
    period = Period.of(day, grain)
    assert period.starts_on <= day <= period.ends_on
    assert period.months == MONTHS[grain]


@given(DAYS, GRAIN)
def test_a_name_leads_back_to_its_period(day, grain):
    period = Period.of(day, grain)
    assert Period.parse(period.name) == period


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(0, 4000), GRAIN)
def test_periods_tile_the_time_without_gap_or_overlap(first, days, grain):
    last = first + timedelta(days=days)
    periods = periods_between(first, last, grain)
    assert periods[0].starts_on <= first <= periods[0].ends_on
    assert periods[-1].starts_on <= last <= periods[-1].ends_on
    for one, following in itertools.pairwise(periods):
        assert following.starts_on == one.ends_on + timedelta(days=1)
    assert len({period.name for period in periods}) == len(periods)


@given(DAYS, GRAIN, st.integers(0, 240))
def test_going_back_keeps_the_length(day, grain, months):
    period = Period.of(day, grain)
    earlier = period.back(months)
    assert earlier.months == period.months
    assert earlier.starts_on.day == 1
    assert (earlier.ends_on + timedelta(days=1)).day == 1


@given(DAYS, GRAIN)
def test_going_back_by_its_own_length_gives_the_period_just_before(day, grain):
    period = Period.of(day, grain)
    before = period.back(period.months)
    assert before.ends_on + timedelta(days=1) == period.starts_on
    assert before.starts_on == Period.of(before.starts_on, grain).starts_on


def test_going_back_a_year_from_a_leap_year_keeps_whole_months():
    before = Period.parse("2024-Q1").back(12)
    assert (before.starts_on, before.ends_on) == (date(2023, 1, 1), date(2023, 3, 31))
    later = Period.parse("2025-Q1").back(12)
    assert (later.starts_on, later.ends_on) == (date(2024, 1, 1), date(2024, 3, 31))


def test_spanning_runs_from_the_first_day_to_the_last():
    span = Period.spanning(Period.parse("2024-Q3"), Period.parse("2025-Q2"))
    assert (span.starts_on, span.ends_on, span.months) == (date(2024, 7, 1), date(2025, 6, 30), 12)
    assert span.name == "2024-Q3..2025-Q2"


def test_spanning_one_period_is_that_period():
    assert Period.spanning(Period.parse("2025"), Period.parse("2025")) == Period.parse("2025")


def test_a_span_goes_back_by_its_whole_length():
    before = Period.spanning(Period.parse("2025-Q1"), Period.parse("2025-Q4")).back(12)
    assert (before.starts_on, before.ends_on) == (date(2024, 1, 1), date(2024, 12, 31))


def test_periods_between_two_days_are_those_in_which_they_lie_and_all_between():
    found = periods_between(date(2024, 3, 31), date(2024, 10, 1), "quarter")
    assert [period.name for period in found] == ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]
    assert [period.name for period in periods_between(date(2024, 6, 30), date(2024, 7, 1), "half_year")] == [
        "2024-H1",
        "2024-H2",
    ]


def test_between_reversed_days_there_is_no_period():
    assert periods_between(date(2025, 4, 1), date(2025, 3, 31), "quarter") == []


@pytest.mark.parametrize(
    ("names", "last", "name"),
    [
        (["2024-Q1", "2024-Q2"], date(2024, 5, 15), "2024-Q2"),
        (["2024-Q2", "2024-Q1"], date(2024, 6, 29), "2024-Q2"),
        (["2024-Q1", "2024-Q2"], date(2024, 6, 30), None),
        (["2023", "2024"], date(2024, 6, 30), "2024"),
        (["2024-Q1", "2024-Q2"], None, None),
        (["2024-Q1..2024-Q2"], date(2024, 5, 15), None),
        ([], date(2024, 5, 15), None),
    ],
)
def test_the_last_period_is_incomplete_while_the_data_ends_within_it(names, last, name):
    found = incomplete(names, last)
    assert (found and found.name) == name
