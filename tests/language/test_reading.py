"""Numbers and days as people type them."""

from datetime import date

import pytest

from analytics.language import Language
from analytics.language.reading import read_day, read_number


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("de", "1.234,5", 1234.5),
        ("de", "1234,5", 1234.5),
        ("de", " 85 % ", 85),
        ("de", "1.800.000 €", 1800000),
        ("de", "−3", -3),
        ("de", "0,125", 0.125),
        ("de", "1.5", None),
        ("de", "1,234.5", None),
        ("de", "viel", None),
        ("de", "", None),
        ("en", "1,234.5", 1234.5),
        ("en", "85%", 85),
        ("en", "€1,800,000", 1800000),
        ("en", "1.234,5", None),
        ("en", "nan", None),
        ("en", "inf", None),
    ],
)
def test_numbers(code, text, value):
    assert read_number(text, Language(code)) == value


@pytest.mark.parametrize("code", ["de", "en"])
@pytest.mark.parametrize("value", [0, 7, -1234.5, 1800000, 0.125])
def test_a_number_written_is_read_again(code, value):
    language = Language(code)
    assert read_number(language.number(value, 3), language) == value


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("de", "31.12.2026", date(2026, 12, 31)),
        ("de", " 1.2.2026 ", date(2026, 2, 1)),
        ("de", "2026-12-31", date(2026, 12, 31)),
        ("de", "31.02.2026", None),
        ("de", "12/31/2026", None),
        ("de", "", None),
        ("en", "31 Dec 2026", date(2026, 12, 31)),
        ("en", "31 December 2026", date(2026, 12, 31)),
        ("en", "31/12/2026", date(2026, 12, 31)),
        ("en", "tomorrow", None),
    ],
)
def test_days(code, text, day):
    assert read_day(text, Language(code)) == day


@pytest.mark.parametrize("code", ["de", "en"])
def test_a_day_written_is_read_again(code):
    language = Language(code)
    for month in range(1, 13):
        assert read_day(language.date(date(2026, month, 28)), language) == date(2026, month, 28)
