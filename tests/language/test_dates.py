"""Dates, periods and lists, as each language writes them."""

from datetime import UTC, date, datetime

import pytest

from analytics.language import Language

GERMAN, ENGLISH = Language("de"), Language("en")


@pytest.mark.parametrize(
    ("day", "german", "english"),
    [
        (date(2025, 12, 31), "31.12.2025", "31 Dec 2025"),
        (date(2024, 2, 1), "01.02.2024", "1 Feb 2024"),
        (date(1850, 3, 5), "05.03.1850", "5 Mar 1850"),
        (datetime(2025, 9, 30, 23, 59), "30.09.2025", "30 Sept 2025"),
        (None, "–", "–"),
    ],
)
def test_days(day, german, english):
    assert GERMAN.date(day) == german
    assert ENGLISH.date(day) == english


def test_a_day_with_its_time():
    moment = datetime(2025, 12, 31, 14, 5, tzinfo=UTC)
    assert GERMAN.moment(moment) == "31.12.2025, 14:05"
    assert ENGLISH.moment(moment) == "31 Dec 2025, 14:05"


@pytest.mark.parametrize(
    ("period", "german", "english", "short"),
    [
        ("2025", "2025", "2025", "2025"),
        ("2025-Q2", "2. Quartal 2025", "Quarter 2, 2025", "Q2 2025"),
        ("2025-H1", "1. Halbjahr 2025", "Half-year 1, 2025", "H1 2025"),
    ],
)
def test_periods(period, german, english, short):
    assert GERMAN.period(period) == german
    assert ENGLISH.period(period) == english
    assert GERMAN.period(period, short=True) == ENGLISH.period(period, short=True) == short


@pytest.mark.parametrize(
    ("items", "german", "english"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a und b", "a and b"),
        (["a", "b", "c"], "a, b und c", "a, b and c"),
    ],
)
def test_lists(items, german, english):
    assert GERMAN.listing(items) == german
    assert ENGLISH.listing(items) == english
