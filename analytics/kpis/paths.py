"""Targets as paths: from a baseline at a beginning over milestones to a final value, set by somebody."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from math import isnan
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import pandas as pd

from analytics.kpis.catalogue import CATALOGUE, Kpi, kpis_for
from analytics.kpis.compute import compute
from analytics.model.kpi_files import MEASURES_TARGETS
from analytics.model.tables import NO_SOURCE
from analytics.warehouse import Period, View, periods_between

_known: "WeakKeyDictionary[View, dict[tuple[str, Period], float | None]]" = WeakKeyDictionary()
"""What was computed of each view by KPI and span: a snapshot never changes, and card, page and K27 ask for the same."""


TOLD = ("management", "ministry")
"""The audiences to whom targets are shown; the public has not agreed to any."""


class Milestone(NamedTuple):
    """A value to reach by a day."""

    due_on: date
    value: float


@dataclass(frozen=True)
class TargetPath:
    """What a KPI is to reach, from ``starts_on`` on, in straight lines from milestone to milestone.

    ``baseline`` is the value at the beginning; ``milestones`` stand in the order in which they fall due, at least one.
    ``source`` is who set it, None where nobody says. ``amber_below`` and ``red_below`` are shares of the progress due
    by a day, below which the actual progress is at risk or behind. Values are in the KPI's unit.
    """

    kpi: Kpi
    source: str | None
    starts_on: date
    baseline: float
    milestones: tuple[Milestone, ...]
    amber_below: float = 0.9
    red_below: float = 0.7

    @property
    def ends_on(self) -> date:
        """The day on which the last milestone falls due."""
        return self.milestones[-1].due_on

    @property
    def final(self) -> float:
        """The value to reach in the end."""
        return self.milestones[-1].value

    @property
    def is_counted(self) -> bool:
        """Whether the KPI is counted from the path's beginning, and not looked up at a day."""
        return self.kpi.measured == "period"

    def runs_on(self, day: date) -> bool:
        """Whether ``day`` lies between the beginning and the last milestone, both included."""
        return self.starts_on <= day <= self.ends_on

    def expected(self, day: date) -> float | None:
        """The value due on ``day``: between two points of the path in proportion to the days gone by.

        None before the beginning; after the last milestone its value.
        """
        if day < self.starts_on:
            return None
        points = [Milestone(self.starts_on, self.baseline), *self.milestones]
        for before, after in pairwise(points):
            if day < after.due_on:
                gone = (day - before.due_on).days / (after.due_on - before.due_on).days
                return before.value + gone * (after.value - before.value)
        return self.final

    def due_next(self, day: date) -> Milestone:
        """The first milestone that falls due on ``day`` or later, else the last."""
        return next((milestone for milestone in self.milestones if milestone.due_on >= day), self.milestones[-1])

    def span(self, day: date) -> Period:
        """The period that is asked for to know the actual value on ``day``, or at the end where that comes first.

        What is counted, is from the beginning on; else it is that day alone.
        """
        last = min(day, self.ends_on)
        first = self.starts_on if self.is_counted else last
        return Period(first, last, f"{first}..{last}")

    def is_as_good(self, value: float, wanted: float) -> bool:
        """Whether ``value`` is at least as good as ``wanted``, whichever way the path leads."""
        return value <= wanted if self.leads_down else value >= wanted

    @property
    def leads_down(self) -> bool:
        """Whether less is better: as the KPI says, or, where it does not care, as the path leads."""
        return self.final < self.baseline if self.kpi.better == "neither" else self.kpi.better == "down"

    @property
    def has_way(self) -> bool:
        """Whether the path leads from the baseline to something better, so that shares of a way can be told.

        Else it is a bound to be kept: the final value is the baseline, or worse.
        """
        return self.is_ahead(self.final)

    def is_ahead(self, value: float) -> bool:
        """Whether ``value`` is better than the baseline."""
        return value < self.baseline if self.leads_down else value > self.baseline


def target_paths(view: View) -> list[TargetPath]:
    """Every path of a KPI that the audience is shown, by the KPIs' numbers, sources and beginnings."""
    if view.audience not in TOLD:
        return []
    rows = view.ask("targets").to_dict("records")
    order = {kpi.name: place for place, kpi in enumerate(kpis_for(view.audience)) if kpi.name != MEASURES_TARGETS}
    known = [row for row in rows if row["kpi"] in order]
    known.sort(key=lambda row: order[row["kpi"]])  # within a KPI they stand in their order already
    return [
        _path(list(group)) for _, group in groupby(known, lambda row: (row["kpi"], row["source"], row["begins_on"]))
    ]


def unknown_targets(view: View) -> list[str]:
    """The KPI names of targets that the catalogue does not have (any more), in alphabetical order."""
    return sorted(set(view.ask("targets")["kpi"]) - (set(CATALOGUE) - {MEASURES_TARGETS}))


def actuals(view: View, path: TargetPath, days: Sequence[date]) -> pd.DataFrame:
    """One row per day, in the days' order: day, value.

    A KPI measured at a date has its value of that day. One that is counted has what was counted from the path's
    beginning to that day, each day asked for as one period, so that a distinct count stays one. After the path's end
    it is the value at the end. NaN before the beginning, and where the KPI is undefined or nothing that it counts is in
    the data.
    """
    values = actual_values(view, [path], days)
    known = [values[path, day] for day in days]
    return pd.DataFrame({"day": pd.to_datetime(list(days)), "value": pd.Series(known, dtype=float)})


def actual_values(
    view: View, paths: Sequence[TargetPath], days: Sequence[date]
) -> dict[tuple[TargetPath, date], float | None]:
    """What :func:`actuals` says of every path and day; None where it is NaN.

    Where there is no fact at all that a KPI counts, a 0 would say too much; so that is undefined, too.
    """
    needed = {(path, day): (path.kpi.name, path.span(day)) for path in paths for day in days if day >= path.starts_on}
    known = _known.setdefault(view, {})
    _compute(view, [path.kpi for path in paths], [wanted for wanted in needed.values() if wanted not in known], known)
    return {(path, day): known[needed[path, day]] if (path, day) in needed else None for path in paths for day in days}


def _compute(
    view: View,
    kpis: Sequence[Kpi],
    wanted: Sequence[tuple[str, Period]],
    known: dict[tuple[str, Period], float | None],
) -> None:
    """Add what is ``wanted``, by KPI and span, to what is ``known``; KPIs with the same spans are computed together."""
    spans: dict[str, dict[Period, None]] = defaultdict(dict)
    for name, span in wanted:
        spans[name][span] = None
    together: dict[tuple[Period, ...], dict[str, Kpi]] = defaultdict(dict)
    for kpi in kpis:
        if kpi.name in spans:
            together[tuple(spans[kpi.name])][kpi.name] = kpi
    for asked, of_name in together.items():
        rows = compute(view, list(of_name.values()), asked)
        by_name = {span.name: span for span in asked}
        for name, period, value in zip(rows["kpi"], rows["period"], rows["value"], strict=True):
            is_unknown = isnan(value) or of_name[name].lacks_data(view)
            known[name, by_name[period]] = None if is_unknown else value


def course_days(path: TargetPath, until: date) -> list[date]:
    """The days for a line of actual values: every quarter's end from the path's beginning, and the last day.

    The last day is ``until``, or the path's end where that comes first; none where the path has not begun.
    """
    last = min(until, path.ends_on)
    ends = [quarter.ends_on for quarter in periods_between(path.starts_on, last, "quarter") if quarter.ends_on < last]
    return [*ends, last] if last >= path.starts_on else []


def _path(rows: list[dict[Any, Any]]) -> TargetPath:
    first = rows[0]
    kpi = CATALOGUE[first["kpi"]]
    return TargetPath(
        kpi=kpi,
        source=None if first["source"] == NO_SOURCE else first["source"],
        starts_on=first["begins_on"].date(),
        baseline=_baseline(kpi, first),
        milestones=tuple(Milestone(row["due_on"].date(), row["target"]) for row in rows),
        amber_below=first["amber_below"],
        red_below=first["red_below"],
    )


def _baseline(kpi: Kpi, first: dict[Any, Any]) -> float:
    """The given baseline; else 0, or, where less is better, the first milestone: then the path is a bound to keep."""
    if pd.notna(first["baseline"]):
        return float(first["baseline"])
    return float(first["target"]) if kpi.better == "down" else 0.0
