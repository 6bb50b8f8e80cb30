"""KPIs computed: for periods, and parted by kind, district or topic."""

from collections.abc import Sequence

import pandas as pd

from analytics.errors import QuestionError
from analytics.kpis.catalogue import Kpi, Split
from analytics.model.count_classes import CLASS
from analytics.warehouse import EVERYTHING, Period, Scope, ScopedCursor, View

_COLUMNS = ["kpi", "period", "value", "numerator", "denominator"]


def compute(view: View, kpis: Sequence[Kpi], periods: Sequence[Period], scope: Scope = EVERYTHING) -> pd.DataFrame:
    """One row per KPI and period: kpi, period, value, numerator, denominator.

    ``value`` is NaN where it is undefined (a denominator of 0, say), where none of what the KPI counts is on record at
    all, and in periods that begin after the last day of the data; numerator and denominator are NaN there, too, and
    where the KPI is no ratio. Periods may overlap and keep their order: each is asked for at its own grain, never
    summed.
    """
    asking = view.counting(periods, scope)
    frames = [_one(asking, kpi, periods) for kpi in kpis] if periods else []
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=_COLUMNS)


def split(
    view: View, kpi: Kpi, by: Split, segments: Sequence[str], periods: Sequence[Period], scope: Scope = EVERYTHING
) -> pd.DataFrame:
    """The KPI for each of ``segments`` (tokens): columns segment and those of :func:`compute`.

    A segment is asked for by narrowing the scope to it, so that a distinct count stays one. Segments of which
    one organisation, event or cooperation can have several (topics, members' kinds) do not add up to the whole.
    For a masked audience: calendar years only, in classes (value_class); see :meth:`analytics.warehouse.View.parted`.
    Raises QuestionError where such an audience is not told the KPI's parts.
    """
    if view.is_masked and by not in kpi.splits_for(view):
        raise QuestionError("not_parted", kpi=kpi.label)

    parts = view.parted(lambda asking: _one(asking, kpi, periods), by, segments, periods, scope)
    classes = [column for column in (f"value{CLASS}",) if column in parts]
    return parts.assign(kpi=kpi.name).reindex(columns=["segment", *_COLUMNS, *classes])


def _one(asking: ScopedCursor, kpi: Kpi, periods: Sequence[Period]) -> pd.DataFrame:
    """The rows of one KPI in the periods' order, ratios formed."""
    ordered = kpi.ask(asking, periods).set_index("period").reindex([period.name for period in periods])
    ordered = ordered.loc[:, ordered.columns.isin(_COLUMNS)].astype(float)
    ordered[[not _is_told(asking.view, kpi, period) for period in periods]] = float("nan")
    frame = pd.DataFrame({"kpi": kpi.name, "period": ordered.index})
    for part in ("numerator", "denominator"):
        frame[part] = ordered[part].to_numpy(dtype=float, na_value=float("nan")) if part in ordered else float("nan")
    if "value" in ordered:
        frame["value"] = ordered["value"].to_numpy(dtype=float, na_value=float("nan"))
    else:
        frame["value"] = frame["numerator"] / frame["denominator"].where(frame["denominator"] != 0)
    return frame[_COLUMNS]


def _is_told(view: View, kpi: Kpi, period: Period) -> bool:
    """Whether the data says anything of what ``kpi`` counts in ``period``."""
    last = period.as_of or kpi.last_day(view)
    return last is not None and period.starts_on <= last and not kpi.lacks_data(view)
