"""The periods that a report's charts and tables are parted by."""

from collections.abc import Iterable
from dataclasses import replace

from analytics.errors import SnapshotError
from analytics.reports.progress.content import Basis
from analytics.warehouse import Grain, Period, View, incomplete, periods_between

MOST_QUARTERS = 20
"""Of a longer history the last five years are shown: more columns cannot be read on a page."""
_MOST_YEARS = 6
"""As many as a table has columns for."""
_USUAL = 4


def usual_period(view: View) -> Period:
    """The last four quarters with data. Raises SnapshotError where nothing is dated: there is nothing to tell of."""
    if view.first_day is None or view.last_day is None:
        raise SnapshotError("nothing_to_report")
    quarters = periods_between(view.first_day, view.last_day, "quarter")[-_USUAL:]
    return Period.spanning(quarters[0], quarters[-1])


def history(basis: Basis) -> list[Period]:
    """The quarters from the first data to the report's end."""
    return between(basis, "quarter")


def years_so_far(basis: Basis, most: int = _MOST_YEARS) -> list[Period]:
    """The last calendar years up to the report's day, with which the last one ends; ``most`` of them at most."""
    found = between(basis, "year")[-most:]
    return [replace(year, ends_on=min(year.ends_on, basis.day)) for year in found]


def years_in_parts(basis: Basis) -> list[Period]:
    """The years of which parts of the whole are told.

    A masked audience is told them of whole calendar years, so of the last only where no later data would slip in.
    """
    if not basis.view.is_masked:
        return years_so_far(basis)
    found = between(basis, "year")
    return [year for year in found if year.ends_on <= basis.period.ends_on or _is_latest(basis)][-_MOST_YEARS:]


def incomplete_note(basis: Basis, names: Iterable[object]) -> str:
    """That the last of the periods called ``names`` is not complete by the report's day, "" where it is."""
    period = incomplete(names, basis.day)
    if period is None:
        return ""
    name, until = basis.language.period(period.name), basis.language.date(basis.day)
    return basis.text("charts_read.incomplete", period=name, date=until)


def between(basis: Basis, grain: Grain) -> list[Period]:
    """The periods of ``grain`` from the first data to the report's end."""
    first = basis.view.first_day or basis.period.starts_on
    return periods_between(min(first, basis.period.starts_on), basis.day, grain)


def _is_latest(basis: Basis) -> bool:
    last = basis.view.until_day
    return last is None or basis.period.ends_on >= last
