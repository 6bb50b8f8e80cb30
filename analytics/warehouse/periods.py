"""Periods: years, half-years and quarters, and the days they cover."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from analytics.errors import QuestionError

Grain = Literal["quarter", "half_year", "year"]
GRAINS: tuple[Grain, ...] = ("quarter", "half_year", "year")
_MONTHS: dict[Grain, int] = {"quarter": 3, "half_year": 6, "year": 12}


@dataclass(frozen=True, order=True)
class Period:
    """A span of days, first and last included, with its name: "2025-Q2", "2025-H1", "2025", or a range's.

    ``as_of`` is the day until which data counts for it; None for all that there is. A period that is compared with a
    later one has it, so that both are seen after as much time.
    """

    starts_on: date
    ends_on: date
    name: str
    as_of: date | None = None

    @classmethod
    def of(cls, day: date, grain: Grain) -> "Period":
        """The period of ``grain`` in which ``day`` lies."""
        months = _MONTHS[grain]
        part = (day.month - 1) // months
        starts_on = date(day.year, part * months + 1, 1)
        letter = {"quarter": f"-Q{part + 1}", "half_year": f"-H{part + 1}", "year": ""}[grain]
        return cls(starts_on, _add_months(starts_on, months) - timedelta(days=1), f"{day.year}{letter}")

    @classmethod
    def parse(cls, name: str) -> "Period":
        """The period called ``name``: a year, "2025-H1" or "2025-Q3". Raises QuestionError for anything else."""
        found = re.fullmatch(r"(\d{4})(?:-(?:Q([1-4])|H([12])))?", name.strip().upper())
        if not found or not 1800 <= int(found[1]) <= 2200:
            raise QuestionError("bad_period", period=name)
        year, quarter, half = int(found[1]), found[2], found[3]
        if quarter:
            return cls.of(date(year, 3 * int(quarter) - 2, 1), "quarter")
        if half:
            return cls.of(date(year, 6 * int(half) - 5, 1), "half_year")
        return cls.of(date(year, 1, 1), "year")

    @classmethod
    def spanning(cls, first: "Period", last: "Period") -> "Period":
        """From the first day of ``first`` to the last day of ``last``, under one name."""
        if first.name == last.name:
            return first
        return cls(first.starts_on, last.ends_on, f"{first.name}..{last.name}")

    @property
    def months(self) -> int:
        """How many months the period covers."""
        after = self.ends_on + timedelta(days=1)
        return (after.year - self.starts_on.year) * 12 + after.month - self.starts_on.month

    def back(self, months: int) -> "Period":
        """A span of the same length, ``months`` earlier."""
        starts_on = _add_months(self.starts_on, -months)
        ends_on = _add_months(self.ends_on + timedelta(days=1), -months) - timedelta(days=1)
        return Period(starts_on, ends_on, f"{starts_on}..{ends_on}")

    def as_far_as(self, later: "Period", last: date | None) -> "Period":
        """This span as it stood when as much of it had passed as of ``later`` by ``last``, the last day of the data.

        Of a period that is over as many days have passed since its end; of one that still runs, the data counts until
        the same day of an earlier month, or that month's last. Without a last day it is itself.
        """
        if last is None:
            return self
        if last >= later.ends_on:
            return replace(self, as_of=self.ends_on + (last - later.ends_on))
        after, before = later.ends_on + timedelta(days=1), self.ends_on + timedelta(days=1)
        months = (after.year - before.year) * 12 + after.month - before.month
        return replace(self, as_of=_same_day(last, -months))


def periods_between(first: date, last: date, grain: Grain) -> list[Period]:
    """The periods of ``grain`` from the one of ``first`` to the one of ``last``; none where they are reversed."""
    periods = []
    day = Period.of(first, grain).starts_on
    while day <= last:
        periods.append(Period.of(day, grain))
        day = _add_months(day, _MONTHS[grain])
    return periods


def incomplete(names: Iterable[object], last: date | None) -> Period | None:
    """The latest of the periods called ``names``, where ``last``, the last day that counts, lies before its end.

    None where it is complete, where nothing is dated, and of names that are no period's, such as a range's.
    """
    latest = max((str(name) for name in names), default="")
    try:
        period = Period.parse(latest)
    except QuestionError:
        return None
    return period if last is not None and last < period.ends_on else None


def _same_day(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or the last of that month where it is shorter."""
    first = _add_months(day.replace(day=1), months)
    return min(first + timedelta(days=day.day - 1), _add_months(first, 1) - timedelta(days=1))


def _add_months(day: date, months: int) -> date:
    """The first day of a month, ``months`` later."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, day.day)
