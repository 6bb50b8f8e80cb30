"""Axes whose ticks are written in the reader's language: values with their unit, and periods of time."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import pandas as pd

from analytics.language import Language

Unit = Literal["count", "share", "eur", "days", "index", "mean"]
"""percent is a share from 0 to 1, index a number from 0 to 1 that is not a share."""

MOST_PERIOD_TICKS = 8
"""So many two-line labels stand side by side on a phone."""

MOST_DAY_TICKS = 4
"""So many that begin with a day and a month."""

_PER_YEAR = {"": 1, "H": 2, "Q": 4}


def numeric(column: "pd.Series[Any]") -> "pd.Series[float]":
    """The column's values as floats; whatever is missing or not finite is NaN."""
    values = pd.to_numeric(column, errors="coerce").astype("float64")
    return values.where(values.abs() != math.inf)


def numbers(column: "pd.Series[Any]") -> list[float | None]:
    """Like :func:`numeric`, as a list in which a missing value is None: Plotly leaves it as a gap."""
    return [None if math.isnan(value) else float(value) for value in numeric(column)]


def has_values(frame: pd.DataFrame, *columns: str) -> bool:
    """Whether at least one of ``columns`` holds at least one value."""
    return not frame.empty and any(numeric(frame[column]).notna().any() for column in columns)


def defined(values: Iterable[float | None]) -> list[float]:
    """The values that are not missing."""
    return [float(value) for value in values if value is not None]


def written(value: float | None, unit: Unit, language: Language, *, short: bool = False) -> str:
    """A value with its unit: "1.234", "12,5 %", "1.250.000 €", "93 Tage", "0,62"; missing is "–".

    ``short`` writes large sums as "1,25 Mio. €", for labels with little room.
    """
    if value is None or not math.isfinite(value):
        text = language.number(None)
    elif unit == "share":
        text = language.percent(value)
    elif unit == "eur" and short and abs(value) >= 1_000_000:
        millions = round(value / 1_000_000, 2)
        text = language.text("charts.eur_millions", value=language.number(millions, decimals([millions])))
    elif unit == "eur":
        text = language.text("charts.eur", value=language.number(value))
    elif unit == "days":
        text = language.text("charts.days", n=round(value))
    elif unit == "index":
        text = language.number(value, 2)
    elif unit == "mean":
        text = language.number(value, 1)
    else:
        text = language.number(value, 0 if float(value).is_integer() else 1)
    return text


@dataclass(frozen=True)
class Scale:
    """A value axis: from where to where it runs, where its ticks stand, what is written there, and its unit."""

    low: float
    high: float
    ticks: tuple[float, ...]
    texts: tuple[str, ...]
    note: str = ""

    @property
    def axis(self) -> dict[str, Any]:
        """The settings of a Plotly axis."""
        return {
            "tickmode": "array",
            "tickvals": list(self.ticks),
            "ticktext": list(self.texts),
            "range": [self.low, self.high],
            "showgrid": True,
            "zeroline": True,
        }


def scale(
    values: Iterable[float | None], unit: Unit, language: Language, *, absolute: bool = False, pad: float = 0.0
) -> Scale:
    """An axis that holds zero and all ``values``; for counts its ticks are whole numbers.

    ``absolute`` writes no minus signs, for an axis that counts in both directions; ``pad`` leaves that part of the
    length free at both ends, for marks that are wider than their point.
    """
    present = defined(values)
    least, most = min([0.0, *present]), max([0.0, *present])
    if most == least:
        most = 1.0
    whole = unit in ("count", "days") and all(value.is_integer() for value in present)
    ticks = nice_ticks(least, most, whole=whole)
    room = (most - least) * max(pad, 0.06)
    low = max(ticks[0], least - room) if least < 0 else 0.0
    high = min(ticks[-1], most + room)
    ticks = [tick for tick in ticks if low <= tick <= high]
    factor, note = 1.0, f"charts.unit_{unit}"
    if unit == "eur" and high - low >= 10_000:
        factor, note = (1e6, "charts.unit_eur_millions") if high >= 1e6 else (1e3, "charts.unit_eur_thousands")
    shown = [(abs(tick) if absolute else tick) / factor for tick in ticks]
    if unit == "share":
        digits = decimals([100 * tick for tick in shown])
        texts = [language.percent(tick, digits) for tick in shown]
    else:
        digits = decimals(shown)
        texts = [language.number(tick, digits) for tick in shown]
    extra = (high - low) * pad
    return Scale(low - extra, high + extra, tuple(ticks), tuple(texts), language.text(note))


def nice_ticks(low: float, high: float, *, whole: bool = False, most: int = 6) -> list[float]:
    """Round numbers at even distance, at most about ``most``, the first not above ``low``, the last not below ``high``.

    Zero is among them if it lies between; ``whole`` keeps to integers.
    """
    raw = (high - low) / most
    power = 10.0 ** math.floor(math.log10(raw))
    steps = [power * factor for factor in (1, 2, 2.5, 5, 10, 20)]
    if whole:
        steps = [1.0] if raw <= 1 else [step for step in steps if step.is_integer()]
    step = next(step for step in steps if step >= raw * (1 - 1e-9) or step == steps[-1])
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(place * step, 10) for place in range(first, max(last, first + 1) + 1)]


def decimals(values: Sequence[float]) -> int:
    """How many digits after the decimal mark tell the values apart and write them exactly (at most 3)."""
    return next((digits for digits in range(3) if all(abs(v - round(v, digits)) < 1e-9 for v in values)), 3)


def every_period(periods: Iterable[str]) -> list[str]:
    """All periods from the first to the last of ``periods``, in order; those missing in between are filled in.

    So a time axis stays true where a query returned no row for a period.
    """
    known = sorted({str(period) for period in periods})
    if not known:
        return []
    parts = [re.fullmatch(r"(\d{4})(?:-([QH])(\d))?", period) for period in known]
    grains = {part[2] or "" for part in parts if part}
    if len(grains) != 1 or not all(parts):
        return known
    grain = grains.pop()
    count = _PER_YEAR[grain]
    places = [int(part[1]) * count + int(part[3] or 1) - 1 for part in parts if part]
    run = range(places[0], places[-1] + 1)
    return [f"{place // count}" + (f"-{grain}{place % count + 1}" if grain else "") for place in run]


def span(periods: Sequence[str], language: Language) -> str:
    """The first and last of ``periods`` in few letters: ``Q1 2023 – Q4 2025``."""
    ends = list(dict.fromkeys(language.period(period, short=True) for period in (periods[0], periods[-1])))
    return " – ".join(ends)


def period_axis(periods: Sequence[str], language: Language) -> dict[str, Any]:
    """A time axis whose categories are the short names of ``periods``.

    At most :data:`MOST_PERIOD_TICKS` are labelled, at even distance and, where years are skipped, at their first
    period; the year stands beneath where it changes. Few periods are drawn as if there were four of them, so that
    a single bar does not fill the picture.
    """
    names = [language.period(period, short=True) for period in periods]
    shown = _labelled(periods)
    texts, year_before = [], ""
    for place in shown:
        part, _, year = names[place].rpartition(" ")
        texts.append(year if not part else f"{part}<br>{year}" if year != year_before else part)
        year_before = year
    margin = 0.5 + max(0, 4 - len(names)) / 2
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": names,
        "range": [-margin, len(names) - 1 + margin],
        "tickmode": "array",
        "tickvals": [names[place] for place in shown],
        "ticktext": texts,
        "tickangle": 0,
        "unifiedhovertitle": {"text": "<b>%{x}</b>"},
    }


def date_axis(first: date, last: date, language: Language) -> dict[str, Any]:
    """A time axis over days, with a tick at the beginning of quarters or years."""
    quarters = every_period([_quarter(first), _quarter(last)])
    begin = pd.Timestamp(_begin(quarters[0]))
    shown = [quarters[place] for place in _labelled(quarters)]
    texts, year_before = [], ""
    for quarter in shown:
        part, _, year = language.period(quarter, short=True).rpartition(" ")
        texts.append(f"{part}<br>{year}" if year != year_before else part)
        year_before = year
    pad = pd.Timedelta(days=max(12, 0.04 * (last - first).days))
    return {
        "type": "date",
        "range": [(begin - pad).isoformat(), (pd.Timestamp(last) + pad).isoformat()],
        "tickmode": "array",
        "tickvals": [_begin(quarter) for quarter in shown],
        "ticktext": texts,
        "tickangle": 0,
    }


def closing_axis(first: date, last: date, language: Language) -> dict[str, Any]:
    """A time axis over days, with a tick on the last day of quarters or years: what is known then stands above it."""
    begin = first - timedelta(days=1)
    quarters = every_period([_quarter(begin), _quarter(last)])
    closings = [_end(quarters[place]) for place in _labelled(quarters, at_end=True, most=MOST_DAY_TICKS)]
    shown = [closing for closing in closings if begin <= closing <= last]
    years = [None, *(closing.year for closing in shown)]
    pad = timedelta(days=max(12, round(0.04 * (last - first).days)))
    return {
        "type": "date",
        "range": [(first - pad).isoformat(), (last + pad).isoformat()],
        "tickmode": "array",
        "tickvals": [closing.isoformat() for closing in shown],
        "ticktext": [
            language.day(closing) if closing.year == year_before else f"{language.day(closing)}<br>{closing.year}"
            for closing, year_before in zip(shown, years, strict=False)
        ],
        "tickangle": 0,
    }


def _quarter(day: date) -> str:
    return f"{day.year}-Q{(day.month - 1) // 3 + 1}"


def _begin(quarter: str) -> str:
    return f"{quarter[:4]}-{int(quarter[-1]) * 3 - 2:02d}-01"


def _end(quarter: str) -> date:
    return (pd.Timestamp(_begin(quarter)) + pd.offsets.QuarterEnd()).date()


def _labelled(periods: Sequence[str], *, at_end: bool = False, most: int = MOST_PERIOD_TICKS) -> list[int]:
    """The places of the periods that get a label; ``at_end`` those with which a year or its half ends."""
    grain = periods[0][5:6] if periods else ""
    count = _PER_YEAR.get(grain, 1)
    steps = [1, *(step for step in (2,) if count == 4), *(count * years for years in (1, 2, 5, 10, 20, 50, 100))]
    step = next(step for step in steps if step >= len(periods) / most)
    # A step of whole years starts with a year; half-year steps over quarters start with the first or third.
    start = next(
        (
            place
            for place, period in enumerate(periods)
            if count == 1 or (_part(period) + at_end) % min(step, count) == 0
        ),
        0,
    )
    return list(range(start, len(periods), step))


def _part(period: str) -> int:
    return int(period[-1]) - 1 if "-" in period else 0
