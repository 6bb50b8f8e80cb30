"""Periods: quarters and years, from the first to the last day of each."""

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """A span of days, first and last included."""

    starts_on: date
    ends_on: date


def quarter(year, number):
    """The first to fourth quarter of a year."""
    following = date(year + number // 4, 3 * number % 12 + 1, 1)
    return Period(date(year, 3 * number - 2, 1), following - DAY)


def year(number):
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


def quarters_and_years(first, last):
    """Every quarter and every year from one year to another."""
    years = range(first, last + 1)
    return [*(quarter(number, part) for number in years for part in range(1, 5)), *map(year, years)]
