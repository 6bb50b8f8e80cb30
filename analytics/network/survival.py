"""How long it takes to get somewhere: the Kaplan-Meier estimate, in which whoever still waits counts, too."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Numerics = NDArray[np.float64]

_Z95 = 1.959964
_COLUMNS = ["days_after", "share", "low", "high", "waiting"]
_HALF = 0.5 - 1e-9
"""One half, whatever the last digit of a product of fractions."""


@dataclass(frozen=True)
class Waiting:
    """The Kaplan-Meier estimate of how many have got there after how many days.

    ``curve``: one row per day on which somebody did, and for day 0 and the last on which anybody was watched:
    days_after, share (those who have got there by then, 1 - S), low and high (its 95 % interval; missing where S is 0),
    waiting (how many were still under way when the day began). ``waited``: how many there are in all; ``arrived``: how
    many of them got there.

    S is the product of (1 - d / n) over the days so far on which d of the n that were still under way got there; who
    still waits when the data ends leaves n then, and so is censored, not dropped (Kaplan & Meier 1958, JASA 53:457).
    The interval is the one of log(-log S) with Greenwood's variance (Kalbfleisch & Prentice 1980, section 1.3).
    """

    curve: pd.DataFrame
    waited: int
    arrived: int

    @property
    def median(self) -> float | None:
        """After how many days half had got there: the first with S of at most one half. None while there is none."""
        return self._first("share")

    @property
    def median_low(self) -> float | None:
        """The lower end of the median's 95 % interval, where the curve's upper bound reaches one half."""
        return self._first("high")

    @property
    def median_high(self) -> float | None:
        """The upper end of it, where the curve's lower bound does; None while it has not."""
        return self._first("low")

    def by(self, days: int) -> pd.Series:
        """The curve's row that holds ``days`` after the beginning."""
        return self.curve[self.curve["days_after"] <= days].iloc[-1]

    def _first(self, column: str) -> float | None:
        reached = self.curve.loc[self.curve[column] >= _HALF, "days_after"]
        return None if reached.empty else float(reached.iloc[0])


def waiting(days: Numbers, arrived: NDArray[np.bool_], weights: Numbers | None = None) -> Waiting:
    """The estimate for those who got there after ``days``, or, where not ``arrived``, were watched for so long.

    ``weights`` says how many each entry stands for, one where it is not given. Days are whole and not negative.
    """
    from statsmodels.duration.survfunc import SurvfuncRight  # noqa: PLC0415  half a second, and not every KPI needs it

    weights = np.ones(len(days), dtype=np.int64) if weights is None else weights
    days, arrived, weights = days[weights > 0], arrived[weights > 0], weights[weights > 0]
    longest = int(days.max(initial=0))
    rows = np.zeros((0, 5))
    if arrived.any():
        found = SurvfuncRight(days, arrived.astype(np.int64), freq_weights=weights)
        rows = _rows(found.surv_times, found.surv_prob, found.n_risk, found.n_events)
    if not len(rows) or rows[0, 0] > 0:
        rows = np.vstack([[0, 0, 0, 0, weights.sum()], rows])
    if rows[-1, 0] < longest:
        rows = np.vstack([rows, [longest, *rows[-1, 1:4], weights[days == longest].sum()]])
    curve = pd.DataFrame(rows, columns=_COLUMNS).astype({"days_after": np.int64, "waiting": np.int64})
    return Waiting(curve, int(weights.sum()), int(weights[arrived].sum()))


def _rows(times: Numerics, survival: Numerics, at_risk: Numerics, events: Numerics) -> Numerics:
    """The curve's rows; with weights statsmodels gives the error of the cumulative hazard, hence Greenwood's sum."""
    with np.errstate(divide="ignore", invalid="ignore"):
        greenwood = np.sqrt(np.cumsum(events / (at_risk * (at_risk - events))))
        width = _Z95 * greenwood / np.abs(np.log(survival))
        low, high = 1 - survival ** np.exp(-width), 1 - survival ** np.exp(width)
    return np.column_stack([times, 1 - survival, low, high, at_risk])
