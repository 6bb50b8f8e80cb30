"""Where a KPI stands: its value beside the period before, the year before, its course and its target."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from analytics.kpis.catalogue import Kpi
from analytics.kpis.compute import compute
from analytics.warehouse import EVERYTHING, Period, Scope, View

_DIGITS = {"count": 0, "share": 3, "eur": 0, "days": 0, "index": 2, "mean": 1}
"""To how many digits a value is written; a share as a percentage has two fewer."""
_NOW, _BEFORE, _YEAR_BEFORE = "now", "before", "year_before"


@dataclass(frozen=True)
class Target:
    """A value to reach by a date, and who set it."""

    value: float
    due_on: date
    source: str | None


@dataclass(frozen=True)
class Standing:
    """One KPI's value in a period. ``None`` is undefined, or lies before the data begins.

    ``year_before`` is None, too, where it would be the same as ``before``. ``course`` has a value per period of the
    series asked for. ``target`` is the next one due, else the last. ``base`` is a share's denominator.
    """

    kpi: Kpi
    value: float | None
    before: float | None
    year_before: float | None
    course: tuple[float | None, ...]
    target: Target | None
    base: float | None = None

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
    """The standing of each KPI in ``period``, with its course over the periods of ``course``."""
    compared = [replace(period, name=_NOW), replace(period.back(period.months), name=_BEFORE)]
    if period.months != 12:
        compared.append(replace(period.back(12), name=_YEAR_BEFORE))
    started = Period.of(view.first_day, "quarter").starts_on if view.first_day else period.starts_on
    known = {span.name for span in compared if span.starts_on >= started or span.name == _NOW}
    values = compute(view, kpis, [*course, *compared], scope)
    targets = _targets(view, period)
    by_kpi = dict(tuple(values.groupby("kpi", sort=False)))
    return [_standing(kpi, by_kpi[kpi.name], course, known, targets) for kpi in kpis if kpi.name in by_kpi]


def _standing(
    kpi: Kpi, rows: pd.DataFrame, course: Sequence[Period], known: set[str], targets: dict[str, Target]
) -> Standing:
    pairs = zip(rows["period"].tolist(), rows["value"].tolist(), strict=True)
    value: dict[str, float | None] = {period: None if math.isnan(found) else found for period, found in pairs}
    now, before, year_before = (value.get(name) if name in known else None for name in (_NOW, _BEFORE, _YEAR_BEFORE))
    points = tuple(value[period.name] for period in course)
    base = float(rows.loc[rows["period"] == _NOW, "denominator"].iloc[0])
    return Standing(kpi, now, before, year_before, points, targets.get(kpi.name), None if math.isnan(base) else base)


def _targets(view: View, period: Period) -> dict[str, Target]:
    """By KPI: the next target due at or after the period's end, else the last one."""
    found: dict[str, Target] = {}
    for row in view.ask("targets").to_dict("records"):
        kpi, due_on = row["kpi"], row["due_on"].date()
        if kpi not in found or found[kpi].due_on < period.ends_on:
            found[kpi] = Target(row["target"], due_on, None if pd.isna(row["source"]) else row["source"])
    return found
