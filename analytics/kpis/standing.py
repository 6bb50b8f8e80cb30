"""Where a KPI stands: its value beside the period before, the year before, its course and its targets."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from analytics.kpis.catalogue import Kpi
from analytics.kpis.compute import compute
from analytics.kpis.paths import TargetPath, actual_values, target_paths
from analytics.warehouse import EVERYTHING, Period, Scope, View

_DIGITS = {"count": 0, "share": 3, "eur": 0, "days": 0, "index": 2, "mean": 1}
"""To how many digits a value is written; a share as a percentage has two fewer."""
FEWEST_CASES = 10
"""A value made from fewer cases moves with every one of them, and is not judged."""
_NOW, _BEFORE, _YEAR_BEFORE = "now", "before", "year_before"


@dataclass(frozen=True)
class Target:
    """The milestone of a path that is due next at a period's end; where all are past, the last.

    ``actual`` is what counts towards it by then, or by the path's end where that came first; None where it is undefined
    or the path has not begun. ``is_same_span`` says that the KPI's value in the period is that very number: it is
    measured at the period's end, or counted from the same day on. ``is_one_of_many`` says that several sources ask for
    something of the KPI, each by a target of its own.
    """

    path: TargetPath
    value: float
    due_on: date
    actual: float | None
    is_same_span: bool
    is_one_of_many: bool = False

    @property
    def is_met(self) -> bool:
        """Whether the actual value is as good as the milestone's."""
        return self.actual is not None and self.path.is_as_good(self.actual, self.value)


@dataclass(frozen=True)
class Standing:
    """One KPI's value in a period. ``None`` is undefined, or lies before the data begins.

    Like is compared with like: while the period runs, ``before`` and ``year_before`` count until the same day of their
    own period, as do the values of ``course``. ``until`` is then the last day of the data, ``before_until`` and
    ``year_before_until`` are those days; all three are None where the period is over. ``year_before`` is None, too,
    where it would be the same as ``before``. ``course`` has a value per period of the series asked for. ``targets``
    speak of the whole network, so a narrowed scope has none. ``base`` is how many cases a share, a
    mean or a median is made from.
    """

    kpi: Kpi
    value: float | None
    before: float | None
    year_before: float | None
    course: tuple[float | None, ...]
    targets: tuple[Target, ...]
    base: float | None = None
    until: date | None = None
    before_until: date | None = None
    year_before_until: date | None = None

    @property
    def has_few_cases(self) -> bool:
        """Whether so few cases make the value that each of them moves it."""
        return self.base is not None and self.base < FEWEST_CASES

    @property
    def change(self) -> float | None:
        """The value less the one of the period before."""
        return self._less(self.before)

    @property
    def year_change(self) -> float | None:
        """The value less the one of the same period a year before."""
        return self._less(self.year_before)

    def _less(self, other: float | None) -> float | None:
        """The difference of the values as they are written, so that it agrees with them to the last digit."""
        if self.value is None or other is None:
            return None
        digits = _DIGITS[self.kpi.unit]
        return round(round(self.value, digits) - round(other, digits), digits)


def standings(
    view: View, kpis: Sequence[Kpi], period: Period, course: Sequence[Period], scope: Scope = EVERYTHING
) -> list[Standing]:
    """The standing of each KPI in ``period``, with its course over the periods of ``course``, none later than it."""
    targets = _targets(view, kpis, period) if scope == EVERYTHING else {}
    found: dict[str, Standing] = {}
    for last in dict.fromkeys(kpi.last_day(view) for kpi in kpis):
        alike = [kpi for kpi in kpis if kpi.last_day(view) == last]
        spans = _Spans.of(view, period, course, last)
        values = compute(view, alike, spans.asked, scope)
        by_kpi = dict(tuple(values.groupby("kpi", sort=False)))
        found |= {kpi.name: _standing(kpi, by_kpi[kpi.name], spans, targets.get(kpi.name, ())) for kpi in alike}
    return [found[kpi.name] for kpi in kpis]


@dataclass(frozen=True)
class _Spans:
    """The spans that are asked for, by what they are, each with the data until its own day.

    ``until`` has the days until which those that are compared count, while the period runs.
    """

    asked: list[Period]
    course: list[str]
    known: frozenset[str]
    until: dict[str, date]

    @classmethod
    def of(cls, view: View, period: Period, course: Sequence[Period], last: date | None) -> "_Spans":
        """Those of ``period``, of which the data knows what was until ``last``."""
        compared = {_NOW: period, _BEFORE: period.back(period.months)}
        if period.months != 12:
            compared[_YEAR_BEFORE] = period.back(12)
        started = Period.of(view.first_day, "quarter").starts_on if view.first_day else period.starts_on
        known = frozenset(name for name, span in compared.items() if span.starts_on >= started or name == _NOW)
        alike = {name: span.as_far_as(period, last) for name, span in compared.items()}
        runs = last is not None and period.starts_on <= last < period.ends_on
        until = {name: span.as_of for name, span in alike.items() if runs and span.as_of and name in known}
        spans = [replace(span, name=name) for name, span in alike.items()]
        points = [span.as_far_as(period, last) for span in course]
        return cls([*points, *spans], [span.name for span in course], known, until)


def _standing(kpi: Kpi, rows: pd.DataFrame, spans: _Spans, targets: Sequence[Target]) -> Standing:
    pairs = zip(rows["period"].tolist(), rows["value"].tolist(), strict=True)
    value: dict[str, float | None] = {period: None if math.isnan(found) else found for period, found in pairs}
    now, before, year_before = (
        value.get(name) if name in spans.known else None for name in (_NOW, _BEFORE, _YEAR_BEFORE)
    )
    base = float(rows.loc[rows["period"] == _NOW, "denominator"].iloc[0])
    return Standing(
        kpi=kpi,
        value=now,
        before=before,
        year_before=year_before,
        course=tuple(value[name] for name in spans.course),
        targets=tuple(targets),
        base=None if math.isnan(base) else base,
        until=spans.until.get(_NOW),
        before_until=spans.until.get(_BEFORE),
        year_before_until=spans.until.get(_YEAR_BEFORE),
    )


def _targets(view: View, kpis: Sequence[Kpi], period: Period) -> dict[str, list[Target]]:
    """By KPI the targets that its card speaks of, one of each source that asks something of the time shown.

    Of several paths of a source that run, one whose span is the card's, else the one with the milestone that is due
    first. Where none of any source runs, the one that stands nearest.
    """
    day, names = period.ends_on, {kpi.name for kpi in kpis}
    by_source: dict[str, dict[str | None, TargetPath]] = defaultdict(dict)
    for path in sorted(target_paths(view), key=lambda path: _rank(path, period)):
        if path.kpi.name in names:
            by_source[path.kpi.name].setdefault(path.source, path)
    shown = {}
    for name, ranked in by_source.items():
        paths = list(ranked.values())
        shown[name] = [path for path in paths if path.runs_on(day)] or paths[:1]
    actual = actual_values(view, [path for paths in shown.values() for path in paths], [day])
    found: dict[str, list[Target]] = defaultdict(list)
    for name, paths in shown.items():
        for path in paths:
            due, is_one_of_many = path.due_next(day), len(by_source[name]) > 1
            is_same_span = _is_same_span(path, period)
            found[name].append(Target(path, due.value, due.due_on, actual[path, day], is_same_span, is_one_of_many))
    return found


def _rank(path: TargetPath, period: Period) -> tuple[bool, bool, bool, int]:
    """Paths that run come first, then those to come, then those that are over; the sooner due, the earlier."""
    day = period.ends_on
    due = (path.due_next(day).due_on - day).days
    return not path.runs_on(day), path.ends_on < day, not _is_same_span(path, period), abs(due)


def _is_same_span(path: TargetPath, period: Period) -> bool:
    if not path.runs_on(period.ends_on):
        return False
    return not path.is_counted or path.starts_on == period.starts_on
