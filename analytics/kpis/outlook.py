"""Where a target's KPI will stand at the end of its path if things go on as they have, with a range."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from math import inf
from typing import Literal

import numpy as np
import pandas as pd

from analytics.kpis.catalogue import Kpi
from analytics.kpis.outlook_methods import FEWEST, Forecast, Method, Numerics, last_years_pace, present_level
from analytics.kpis.paths import TargetPath, actuals
from analytics.warehouse import View

Nature = Literal["sum", "stock", "share", "mean"]
"""What a value can be: a "sum" never falls, a "stock" (of active cooperations, say) is never below 0, a "share" lies
between 0 and 1, a "mean" is any value from 0 on."""
TESTED_AHEAD = 8
"""So many quarters ahead the back-test looks; further ones are carried on untested."""


@dataclass(frozen=True)
class Outlook:
    """What may come in each quarter ahead, the next one first; the last one is the end that was asked for."""

    values: tuple[float, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]

    @property
    def value(self) -> float:
        """What is to be expected at the end."""
        return self.values[-1]

    @property
    def low(self) -> float:
        """Where the range at the end begins."""
        return self.lows[-1]

    @property
    def high(self) -> float:
        """Where the range at the end ends: within it the value should come to lie in :data:`LEVEL` of all cases."""
        return self.highs[-1]

    @property
    def is_tested(self) -> bool:
        """Whether the back-test looked as far ahead."""
        return len(self.values) <= TESTED_AHEAD


@dataclass(frozen=True)
class NoOutlook:
    """Why there is none.

    "too_few": of ``known`` quarter-ends with a value, fewer than :data:`FEWEST`. "over": the path has ended.
    "not_begun": its first quarter has not ended. "undefined": the last quarter's value is.
    """

    reason: Literal["too_few", "over", "not_begun", "undefined"]
    known: int = 0


def nature_of(kpi: Kpi) -> Nature:
    """What the KPI's value can be, from its unit and how it is measured."""
    if kpi.unit in ("count", "eur"):
        return "sum" if kpi.measured == "period" else "stock"
    return "share" if kpi.unit in ("share", "index") else "mean"


def outlook(series: Sequence[float], periods_ahead: int, nature: Nature, name: str = "") -> Outlook | NoOutlook:
    """The quarter-end values ``series``, the last one known last, carried on ``periods_ahead`` quarters.

    Sums and stocks go on at the last four quarters' pace, shares and means stay as they are: of what was tried that
    erred least, see :mod:`.outlook_back_test`. What is drawn by chance depends on ``name`` and the series alone, so the
    same series has the same outlook. Raises ValueError for an undefined value or less than one quarter.
    """
    if periods_ahead < 1 or not np.isfinite(series).all():
        raise ValueError("an outlook needs values without gaps, and a quarter ahead")
    if len(series) < FEWEST:
        return NoOutlook("too_few", len(series))
    found = carried_on(_method(nature), series, periods_ahead, nature, name)
    return Outlook(*(tuple(part.tolist()) for part in (found.value, found.low, found.high)))


def carried_on(method: Method, series: Sequence[float], ahead: int, nature: Nature, name: str = "") -> Forecast:
    """What ``method`` makes of the series, within what a value of its nature can be."""
    values: Numerics = np.asarray(series, dtype=float)
    digest = sha256(repr((name, values.round(9).tolist())).encode()).digest()
    least = values[-1] if nature == "sum" else 0.0
    found = method(values, ahead, np.random.default_rng(int.from_bytes(digest[:8], "big")))
    return found.within(least, 1.0 if nature == "share" else inf)


def _method(nature: Nature) -> Method:
    if nature in ("sum", "stock"):
        return partial(last_years_pace, falls=nature == "stock")
    return present_level


@dataclass(frozen=True)
class PathOutlook:
    """A path with its outlook: ``known`` are its quarter-ends with their values so far, ``days`` those to come."""

    path: TargetPath
    known: pd.DataFrame
    days: tuple[date, ...]
    outlook: Outlook | NoOutlook

    @property
    def course(self) -> pd.DataFrame:
        """One row per quarter-end from the last known one on: day, value, low, high. Empty without an outlook.

        On the last known day the three are the same, so that a line and a band go on from it.
        """
        found = self.outlook
        if isinstance(found, NoOutlook):
            return pd.DataFrame({"day": pd.to_datetime([])} | {name: pd.Series(dtype=float) for name in _ENDS})
        last = self.known.iloc[-1]
        columns = zip(_ENDS, (found.values, found.lows, found.highs), strict=True)
        return pd.DataFrame(
            {"day": pd.to_datetime([last["day"], *self.days])}
            | {name: [float(last["value"]), *values] for name, values in columns}
        )

    @property
    def prospect(self) -> Literal["likely", "open", "unlikely"] | None:
        """Whether the whole range is at least as good as the path's final value, a part of it, or none of it."""
        found, path = self.outlook, self.path
        if isinstance(found, NoOutlook):
            return None
        reached = [path.is_as_good(end, path.final) for end in (found.low, found.high)]
        return "likely" if all(reached) else "open" if any(reached) else "unlikely"


_ENDS = ("value", "low", "high")


def outlook_of(view: View, path: TargetPath, until: date | None = None) -> PathOutlook:
    """Where ``path`` leads if things go on as by ``until``, else by the last day that the data speaks of.

    Its quarters end on its last day and every three months before it, so that the last one is complete.
    """
    last = until or view.until_day
    days = _quarter_ends(path)
    known = actuals(view, path, [day for day in days if last is not None and day <= last])
    ahead = tuple(day for day in days if last is None or day > last)
    values = known["value"]
    if values.empty:
        return PathOutlook(path, known, ahead, NoOutlook("not_begun"))
    if not ahead:
        return PathOutlook(path, known, ahead, NoOutlook("over", len(known)))
    if values.isna().iloc[-1]:
        return PathOutlook(path, known, ahead, NoOutlook("undefined", int(values.notna().sum())))
    gaps = np.flatnonzero(values.isna())
    known = known.iloc[gaps[-1] + 1 :] if len(gaps) else known
    return PathOutlook(
        path, known, ahead, outlook(known["value"].tolist(), len(ahead), nature_of(path.kpi), _name(path))
    )


def _quarter_ends(path: TargetPath) -> list[date]:
    """The path's last day and those every three months before it, as far as they lie on the path."""
    end = pd.Timestamp(path.ends_on)
    days: list[date] = []
    day = end
    while day.date() >= path.starts_on:
        days.insert(0, day.date())
        day = end - pd.DateOffset(months=3 * len(days))
        if end.is_month_end:
            day += pd.offsets.MonthEnd(0)
    return days


def _name(path: TargetPath) -> str:
    return f"{path.kpi.name} {path.starts_on}"
