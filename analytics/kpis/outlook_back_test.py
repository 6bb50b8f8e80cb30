"""How good outlooks would have been: made from the first quarters of a series, and held against what came then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.errors import DashboardError
from analytics.kpis.catalogue import Kpi
from analytics.kpis.compute import compute
from analytics.kpis.outlook import TESTED_AHEAD, Nature, carried_on, nature_of
from analytics.kpis.outlook_methods import FEWEST, METHODS, Method, Numerics
from analytics.warehouse import Period, View, periods_between

NAIVE = "present_level"
"""The method by whose errors all are scaled: the value stays as it is."""
CHOSEN: Mapping[str, str] = {"amounts": "last_years_pace", "ratios": "present_level"}
"""The method that outlooks are made with: of sums and stocks, and of shares and means."""
MOST_QUARTERS = 60
"""How far the test looks back: fifteen years are enough to judge by, and their number of outlooks stays bounded."""
QUICK: Mapping[str, Method] = {name: method for name, method in METHODS.items() if name != "damped_holt"}
"""Those of the methods that take no time, for a page."""

_EXACT = 1e-9
"""So much may a value lie beyond a range's end: what is left when decimals are added."""


@dataclass(frozen=True)
class Course:
    """A KPI's values at the ends of quarters, one after another without a gap."""

    kpi: str
    nature: Nature
    values: tuple[float, ...]

    @property
    def group(self) -> str:
        """For the choice of a method: "amounts" (sums and stocks) or "ratios" (shares and means)."""
        return "amounts" if self.nature in ("sum", "stock") else "ratios"


def courses(view: View, kpis: Sequence[Kpi]) -> list[Course]:
    """The KPIs' values at the end of every quarter that the data knows whole, as an outlook would be given them.

    Of a longer history the last :data:`MOST_QUARTERS` are looked at; what is counted is counted from the first of them.
    A course begins with the last quarter before its value first changes: what lies before says nothing. A KPI that is
    undefined after that, or of which no more is left than one outlook needs, has none.
    """
    if view.first_day is None or view.until_day is None:
        return []
    last = view.until_day
    whole = [found for found in periods_between(view.first_day, last, "quarter") if found.ends_on <= last]
    quarters = whole[-MOST_QUARTERS:]
    found = []
    for kpi in kpis:
        values = compute(view, [kpi], _asked(kpi, quarters))["value"].to_numpy(dtype=float)
        course = Course(kpi.name, nature_of(kpi), tuple(_moving(values).tolist()))
        if len(course.values) > FEWEST and np.isfinite(course.values).all():
            found.append(course)
    return found


def back_test(courses: Sequence[Course], methods: Mapping[str, Method] = METHODS) -> pd.DataFrame:
    """Every one of ``methods`` from every origin of every course, one to eight quarters ahead.

    One row per course, method and number of quarters ahead: course (its number), kpi, group ("amounts" or "ratios"),
    method, ahead, forecasts (how many), error (their mean absolute error), naive_error (that of the naive forecast),
    both as parts of the naive forecast's mean absolute error over all that is forecast of the course, so that courses
    of all units weigh the same; inside (how many values came to lie in the range) and is_chosen (whether outlooks are
    made with the method). Origins are all quarters from the sixth on that have one after them. A course of which the
    naive forecast never errs is left out. Raises DashboardError where none is left.
    """
    tested = [rows for number, course in enumerate(courses) if len(rows := _tested(course, number, methods))]
    if not tested:
        raise DashboardError("no_outlook_test", fewest=FEWEST)
    return pd.concat(tested, ignore_index=True)


def pooled(tested: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
    """The back-test over all courses: one row per group, method and what is named in ``by`` ("ahead", say).

    Columns: group, method, is_chosen, ``by``, courses, forecasts, error (mean absolute error in parts of the naive
    forecast's for the same quarters: below 1 is better; NaN where that is 0) and coverage (share of values that came to
    lie in the range that should hold four fifths). Amounts first, the chosen method first, then by error.
    """
    keys = ["group", "method", "is_chosen", *by]
    weighed = tested.assign(
        erred=tested["error"] * tested["forecasts"], naive=tested["naive_error"] * tested["forecasts"]
    )
    sums = weighed.groupby(keys, as_index=False).agg(
        courses=("course", "nunique"),
        forecasts=("forecasts", "sum"),
        erred=("erred", "sum"),
        naive=("naive", "sum"),
        inside=("inside", "sum"),
    )
    sums["error"] = sums["erred"] / sums["naive"].where(sums["naive"] > 0)
    sums["coverage"] = sums["inside"] / sums["forecasts"]
    ordered = sums.sort_values(["group", "is_chosen", *by, "error"], ascending=[True, False, *[True] * len(by), True])
    return ordered[[*keys, "courses", "forecasts", "error", "coverage"]].reset_index(drop=True)


def _asked(kpi: Kpi, quarters: Sequence[Period]) -> list[Period]:
    """The quarters as the KPI is asked for: from the first one's beginning where it is counted over time."""
    if kpi.measured == "date" or not quarters:
        return list(quarters)
    return [Period(quarters[0].starts_on, quarter.ends_on, quarter.name) for quarter in quarters]


def _moving(values: Numerics) -> Numerics:
    """The values from the last one before the first change on; those that are undefined at first do not count."""
    known = np.flatnonzero(np.isfinite(values))
    values = values[known[0] :] if len(known) else values[:0]
    changes = np.flatnonzero(np.diff(values) != 0)
    return values[changes[0] :] if len(changes) else values[:0]


def _tested(course: Course, number: int, methods: Mapping[str, Method]) -> pd.DataFrame:
    """The rows of :func:`back_test` for one course; empty where the naive forecast never errs."""
    naive = _missed(course, METHODS[NAIVE])
    scale = np.nanmean(naive.errors)
    if not scale > 0:
        return pd.DataFrame()
    forecasts = np.isfinite(naive.errors).sum(axis=0)
    reached = forecasts > 0
    frames = []
    for name, method in methods.items():
        missed = naive if name == NAIVE else _missed(course, method)
        frames.append(
            pd.DataFrame(
                {
                    "course": number,
                    "kpi": course.kpi,
                    "group": course.group,
                    "method": name,
                    "is_chosen": CHOSEN[course.group] == name,
                    "ahead": np.flatnonzero(reached) + 1,
                    "forecasts": forecasts[reached],
                    "error": np.nanmean(missed.errors[:, reached], axis=0) / scale,
                    "naive_error": np.nanmean(naive.errors[:, reached], axis=0) / scale,
                    "inside": missed.inside[:, reached].sum(axis=0),
                }
            )
        )
    return pd.concat(frames, ignore_index=True)


@dataclass(frozen=True)
class _Missed:
    """A row per origin, a column per quarter ahead: the absolute error, NaN after the end, and what lay inside."""

    errors: Numerics
    inside: "np.typing.NDArray[np.bool_]"


def _missed(course: Course, method: Method) -> _Missed:
    values = np.array(course.values)
    errors = np.full((len(values) - FEWEST, TESTED_AHEAD), np.nan)
    inside = np.zeros(errors.shape, dtype=bool)
    for row, origin in enumerate(range(FEWEST, len(values))):
        came = values[origin : origin + TESTED_AHEAD]
        found = carried_on(method, course.values[:origin], len(came), course.nature, course.kpi)
        errors[row, : len(came)] = np.abs(found.value - came)
        inside[row, : len(came)] = (found.low - _EXACT <= came) & (came <= found.high + _EXACT)
    return _Missed(errors, inside)
