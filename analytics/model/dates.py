"""Which years a date can have; outside them it is a slip of the pen. What is usual, each column declares."""

from datetime import date

EARLIEST_YEAR = 1900
_YEARS_AHEAD = 20


def latest_year() -> int:
    """The last year that a date may have today."""
    return date.today().year + _YEARS_AHEAD


def is_possible(day: date) -> bool:
    """Whether a date can be meant."""
    return EARLIEST_YEAR <= day.year <= latest_year()
