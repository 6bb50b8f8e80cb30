"""Ways to carry a series of quarter-end values on: what may come, with a range around it.

Each takes the values (at least :data:`FEWEST` of them, the last one known last), how many quarters ahead, and what may
be drawn by chance, and gives a :class:`Forecast`. Which one is used for what was decided by a back-test
(:mod:`.outlook_back_test`; docs/decisions/0012).
"""

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numerics = NDArray[np.float64]
FEWEST = 6
"""With fewer values than that nothing is carried on."""
LEVEL = 0.8
"""How often the value should come to lie within the range."""

_YEAR = 4
_TWO_YEARS = 8
_DRAWS = 2000
_QUANTILES = ((1 - LEVEL) / 2, (1 + LEVEL) / 2)
_Z = 1.2815515655446004
"""The normal distribution's quantile for nine tenths: between it and its negative lie :data:`LEVEL` of all values."""


@dataclass(frozen=True)
class Forecast:
    """What may come: a value with the ends of its range for each quarter ahead, the next one first."""

    value: Numerics
    low: Numerics
    high: Numerics

    def within(self, least: float, most: float) -> "Forecast":
        """The same, kept between two bounds."""
        return Forecast(*(np.clip(part, least, most) for part in (self.value, self.low, self.high)))


Method = Callable[[Numerics, int, np.random.Generator], Forecast]


def last_years_pace(values: Numerics, ahead: int, rng: np.random.Generator, *, falls: bool = True) -> Forecast:
    """As much is gained a quarter as on average in the last four: every season counts once.

    The range comes from resampling the gains of the last two years, about their mean: those of the quarters to come,
    those that the pace itself was taken from, and how much the pace changes from year to year, which is drawn from the
    differences between a quarter's gain and the one a year before, in either direction. Where a value never ``falls``,
    no drawn gain is negative.
    """
    gains = np.diff(values)
    pace, recent = gains[-_YEAR:].mean(), gains[-_TWO_YEARS:]
    # Deviations from a mean of few are too small by this factor (Davison & Hinkley 1997, Bootstrap Methods, 2.3).
    scatter = (recent - recent.mean()) * np.sqrt(len(recent) / (len(recent) - 1))
    by_year = gains[_YEAR:] - gains[:-_YEAR]
    taken_from = rng.choice(scatter, (_DRAWS, _YEAR)).mean(axis=1, keepdims=True)
    turn = rng.choice(by_year, (_DRAWS, 1)) * rng.choice((-1.0, 1.0), (_DRAWS, 1)) / _YEAR
    drawn = pace + taken_from + turn * np.arange(1, ahead + 1) + rng.choice(scatter, (_DRAWS, ahead))
    paths = np.cumsum(drawn if falls else np.maximum(drawn, 0), axis=1)
    return _around(values[-1] + pace * np.arange(1, ahead + 1), values[-1] + paths)


def present_level(values: Numerics, ahead: int, rng: np.random.Generator) -> Forecast:
    """The value stays as it is: the naive forecast, by which errors are scaled.

    The range comes from resampling years of past changes, in either direction.
    """
    changes = np.diff(values)
    years = -(-ahead // _YEAR)
    starts = rng.integers(0, len(changes), (_DRAWS, years, 1))
    drawn = changes[(starts + np.arange(_YEAR)) % len(changes)] * rng.choice((-1.0, 1.0), (_DRAWS, years, 1))
    paths = np.cumsum(drawn.reshape(_DRAWS, years * _YEAR)[:, :ahead], axis=1)
    return _around(np.full(ahead, values[-1]), values[-1] + paths)


def mean_gain(values: Numerics, ahead: int, rng: np.random.Generator) -> Forecast:
    """As much is gained a quarter as on average in all quarters; the range comes from resampling them plainly."""
    gains = np.diff(values)
    paths = np.cumsum(rng.choice(gains, (_DRAWS, ahead)), axis=1)
    return _around(values[-1] + gains.mean() * np.arange(1, ahead + 1), values[-1] + paths)


def damped_holt(values: Numerics, ahead: int, rng: np.random.Generator) -> Forecast:
    """Exponential smoothing with a damped trend (Gardner & McKenzie 1985, Management Science 31:1237).

    Its range is that of a random walk with the errors of the fit, as statsmodels gives none for it. A fit that does not
    converge says nothing; then the value stays as it is.
    """
    from statsmodels.tools.sm_exceptions import ConvergenceWarning  # noqa: PLC0415  a second, for the back-test only
    from statsmodels.tsa.holtwinters import Holt  # noqa: PLC0415

    model = Holt(values, damped_trend=True, initialization_method="estimated")
    with warnings.catch_warnings(), np.errstate(divide="ignore", invalid="ignore"):  # the logarithm of no error at all
        warnings.simplefilter("error", ConvergenceWarning)
        try:
            fitted = model.fit(method="L-BFGS-B")
        except ConvergenceWarning:
            return present_level(values, ahead, rng)
    value = np.asarray(fitted.forecast(ahead), dtype=float)
    reach = _Z * float(np.std(fitted.resid)) * np.sqrt(np.arange(1, ahead + 1))
    return Forecast(value, value - reach, value + reach)


METHODS: Mapping[str, Method] = {
    "last_years_pace": last_years_pace,
    "present_level": present_level,
    "mean_gain": mean_gain,
    "damped_holt": damped_holt,
}
"""Those that the back-test holds against each other."""


def _around(value: Numerics, paths: Numerics) -> Forecast:
    """The value with the range in which :data:`LEVEL` of the drawn paths lie; it always holds the value."""
    low, high = np.quantile(paths, _QUANTILES, axis=0)
    return Forecast(value, np.minimum(low, value), np.maximum(high, value))
