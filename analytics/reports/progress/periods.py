"""The periods that a report's charts and tables are parted by."""

from analytics.errors import SnapshotError
from analytics.reports.progress.content import Basis
from analytics.warehouse import Grain, Period, View, periods_between

MOST_QUARTERS = 20
"""Of a longer history the last five years are shown: more columns cannot be read on a page."""
_MOST_YEARS = 6
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


def whole_years(basis: Basis) -> list[Period]:
    """The calendar years up to the report's end; one that the report ends in only where no later data would slip in."""
    found = between(basis, "year")
    return [year for year in found if year.ends_on <= basis.period.ends_on or _is_latest(basis)][-_MOST_YEARS:]


def unfinished_year(basis: Basis) -> str | None:
    """The last of these years where it is not over on the report's day, by its name."""
    last = whole_years(basis)[-1:]
    return last[0].name if last and last[0].ends_on > basis.day else None


def between(basis: Basis, grain: Grain) -> list[Period]:
    """The periods of ``grain`` from the first data to the report's end."""
    first = basis.view.first_day or basis.period.starts_on
    return periods_between(min(first, basis.period.starts_on), basis.day, grain)


def _is_latest(basis: Basis) -> bool:
    last = basis.view.until_day
    return last is None or basis.period.ends_on >= last
