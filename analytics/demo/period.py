"""The days of the demo region: when it begins, when its data ends, and on which days people work."""

from datetime import date

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Day = np.datetime64
Days = NDArray[np.datetime64]

FOUNDED: Day = np.datetime64("2022-01-17", "D")
"""The network's first day: its coordinator and the economic development bodies join."""

AS_OF: Day = np.datetime64("2026-06-30", "D")
"""The last day about which the data says what happened; anything later is only planned."""

NEVER: Day = np.datetime64("2100-01-01", "D")

_HOLIDAYS = np.array(
    [
        *("2022-04-15", "2022-04-18", "2022-05-26", "2022-06-06", "2022-06-16", "2022-10-03", "2022-11-01"),
        *("2023-04-07", "2023-04-10", "2023-05-01", "2023-05-18", "2023-05-29", "2023-06-08", "2023-10-03"),
        *("2023-11-01", "2023-12-25", "2023-12-26", "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-01"),
        *("2024-05-09", "2024-05-20", "2024-05-30", "2024-10-03", "2024-11-01", "2024-12-25", "2024-12-26"),
        *("2025-01-01", "2025-04-18", "2025-04-21", "2025-05-01", "2025-05-29", "2025-06-09", "2025-06-19"),
        *("2025-10-03", "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01"),
        *("2026-05-14", "2026-05-25", "2026-06-04"),
    ],
    dtype="datetime64[D]",
)
_SEASON = {7: 0.5, 8: 0.4, 12: 0.7}


def workdays(days: Days) -> Days:
    """Each day, or the next one on which people in Westphalia work."""
    return np.busday_offset(days, 0, roll="forward", holidays=_HOLIDAYS)


def workday(day: Day) -> Day:
    """The day, or the next one on which people in Westphalia work."""
    rolled: Day = workdays(np.array([day], dtype="datetime64[D]"))[0]
    return rolled


def days_of_month(month: str) -> Days:
    """The Tuesdays to Thursdays of a month ("2024-06") on which an event may well be held."""
    first = np.datetime64(month, "D")
    days = np.arange(first, np.datetime64(month, "M") + 1, dtype="datetime64[D]")
    earliest, latest = (15, 30) if month.endswith("-01") else (4, 12) if month.endswith("-12") else (4, 27)
    of_month = (days - first).astype(int) + 1
    fitting = np.is_busday(days, weekmask="0111000", holidays=_HOLIDAYS)
    return days[fitting & (of_month >= earliest) & (of_month <= latest)]


def draw_days(rng: Generator, count: int, weights: dict[int, float]) -> Days:
    """``count`` workdays up to the data's end, in order; ``weights`` says how much falls into each year."""
    days = np.arange(FOUNDED, AS_OF + 1, dtype="datetime64[D]")
    days = days[np.is_busday(days, holidays=_HOLIDAYS)]
    years = days.astype("datetime64[Y]").astype(int) + 1970
    months = days.astype("datetime64[M]").astype(int) % 12 + 1
    season = np.array([_SEASON.get(month, 1.0) for month in range(1, 13)])[months - 1]
    chances = np.zeros(len(days))
    for year, weight in weights.items():
        inside = years == year
        chances[inside] = weight * season[inside] / season[inside].sum()
    return np.sort(rng.choice(days, size=count, p=chances / chances.sum()))


def year_of(day: Day) -> int:
    """The calendar year of a day."""
    when: date = day.astype(date)
    return when.year
