"""How far the network has come on its targets' paths (K27).

With ``a`` the actual value, ``b`` the baseline, ``f`` the final value and ``e`` what the path expects on the day:

    achieved     (a - b) / (f - b)    the part of the whole way that is behind us
    due          (e - b) / (f - b)    the part that the path asks for by the day
    against due  (a - b) / (e - b)    what was done of what is due by then

The same holds where less is better: both differences are then negative. Where the final value is the baseline or worse
(a bound to be kept), or nothing is due yet, the quotient is undefined; then it counts whether the value is kept. Soll
against Ist is what NRW's budget rules call Zielerreichung (VV zu § 7 LHO NRW); the thresholds of 90 % and 70 % are a
convention, not a rule.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from analytics.kpis.paths import TargetPath, actual_values, target_paths
from analytics.model.tables import NO_SOURCE
from analytics.warehouse import Period, ScopedCursor, View

Status = Literal["behind", "missed", "at_risk", "undefined", "on_course", "met", "not_begun"]
STATUSES: tuple[Status, ...] = ("behind", "at_risk", "on_course", "met", "undefined", "not_begun", "missed")
"""In the order in which they want to be looked at; what is over comes last."""

_DIGITS = 9
"""So exact is a share held against a threshold: 63 of 70 is nine tenths, whatever the machine makes of it."""


@dataclass(frozen=True)
class TargetNote:
    """Why a target departs from its path, and what is planned against it, as a person wrote it down."""

    written_on: date
    reason: str | None
    measure: str | None


@dataclass(frozen=True)
class Achievement:
    """One path on a day: ``actual`` is None where it is undefined or the path has not begun."""

    path: TargetPath
    day: date
    actual: float | None
    note: TargetNote | None = None

    @property
    def expected(self) -> float | None:
        """The value that the path expects on the day; None before its beginning."""
        return self.path.expected(self.day)

    @property
    def achieved(self) -> float | None:
        """The part of the whole way that is behind us; below 0 or above 1 where it is. None where undefined."""
        return self._part(self.actual, self.path.final)

    @property
    def due(self) -> float | None:
        """The part of the whole way that is due by the day; None where undefined."""
        return self._part(self.expected, self.path.final)

    @property
    def against_due(self) -> float | None:
        """What was done of what is due by the day. None where nothing is due yet, and where undefined."""
        return self._part(self.actual, self.expected)

    @property
    def elapsed(self) -> float:
        """The part of the path's days that have gone by, 0 to 1."""
        whole = (self.path.ends_on - self.path.starts_on).days
        gone = (self.day - self.path.starts_on).days
        return min(1.0, max(0.0, gone / whole)) if whole else float(gone >= 0)

    @property
    def has_begun(self) -> bool:
        """Whether the path has begun by the day."""
        return self.day >= self.path.starts_on

    @property
    def is_running(self) -> bool:
        """Whether the path has begun and its last milestone is not past."""
        return self.path.runs_on(self.day)

    @property
    def is_kept(self) -> bool | None:
        """Whether the value is not worse than what the path expects; None where either is unknown."""
        if self.actual is None or self.expected is None:
            return None
        return self.path.is_as_good(self.actual, self.expected)

    @property
    def status(self) -> Status:
        """How the path stands on the day.

        Met: the final value is reached (a bound to be kept is met only at its end). Missed: its last milestone has
        come, and it is not. Else what was done of what is due by the day is held against the path's thresholds.
        """
        path = self.path
        if self.day < path.starts_on:
            return "not_begun"
        if self.actual is None:
            return "undefined"
        is_over = self.day >= path.ends_on
        if path.is_as_good(self.actual, path.final) and (is_over or path.has_way):
            return "met"
        return "missed" if is_over else self._status_under_way()

    def _part(self, value: float | None, end: float | None) -> float | None:
        """Which part of the way from the baseline to ``end`` lies before ``value``; None where there is no such way."""
        if value is None or end is None or not (self.path.has_way and self.path.is_ahead(end)):
            return None
        return (value - self.path.baseline) / (end - self.path.baseline)

    def _status_under_way(self) -> Status:
        if self.against_due is None:
            return "on_course" if self.is_kept else "behind"
        done = round(self.against_due, _DIGITS)
        if done < self.path.red_below:
            return "behind"
        return "at_risk" if done < self.path.amber_below else "on_course"


def achievements(view: View, day: date) -> list[Achievement]:
    """Every path that the audience sees, as it stands on ``day``, with the newest reason and measure written by then.

    A target speaks of the whole network, so no scope narrows it. In the order of :func:`target_paths`.
    """
    paths = target_paths(view)
    values = actual_values(view, paths, [day])
    notes = _notes(view, day)
    return [
        Achievement(
            path, day, values[path, day], notes.get((path.kpi.name, path.source)) or notes.get((path.kpi.name, None))
        )
        for path in paths
    ]


def overall(found: Sequence[Achievement]) -> float | None:
    """Of what is due by the day, the part that is done, on average over the paths that have begun; see K27.

    Each path counts with 0 to 1, so that going far beyond one target hides no shortfall elsewhere; where nothing is due
    yet, with 1 while the value is kept, else 0. A path that is over counts with what was reached at its end, so that
    what was missed is not forgotten the day after. One whose value is undefined does not count. None without any.
    """
    parts = [part for one in found if one.has_begun and (part := _counted(one)) is not None]
    return sum(parts) / len(parts) if parts else None


def missed_before(found: Sequence[Achievement]) -> int:
    """How many of the paths that are over were missed: they want to be remembered beside those that run."""
    return sum(one.status == "missed" and not one.is_running for one in found)


def target_achievement(asking: ScopedCursor, periods: Sequence[Period]) -> pd.DataFrame:
    """K27: the :func:`overall` achievement at each period's end, or on the last day that the data speaks of.

    Undefined without a path that has begun by then, and within a narrowed scope: a target speaks of the whole network.
    """
    view = asking.view
    paths = target_paths(view) if asking.scope.is_everything and view.until_day else []
    days = [view.measured_on(period) for period in periods]
    values = actual_values(view, paths, list(dict.fromkeys(days)))
    means = [overall([Achievement(path, day, values[path, day]) for path in paths]) for day in days]
    return pd.DataFrame({"period": [period.name for period in periods], "value": pd.Series(means, dtype=float)})


def _counted(found: Achievement) -> float | None:
    """With how much, 0 to 1, a path counts; None where that is undefined."""
    if found.against_due is not None:
        return min(1.0, max(0.0, found.against_due))
    return None if found.is_kept is None else float(found.is_kept)


def _notes(view: View, day: date) -> dict[tuple[str, str | None], TargetNote]:
    """By KPI and source (None for all sources): the newest note that was written by ``day``."""
    return {
        (row["kpi"], None if row["source"] == NO_SOURCE else row["source"]): TargetNote(
            row["written_on"].date(), _text(row["reason"]), _text(row["measure"])
        )
        for row in view.ask("target_notes", written_until=day).to_dict("records")
    }


def _text(cell: str | float | None) -> str | None:
    return None if pd.isna(cell) else str(cell)
