"""How good outlooks would have been, method beside method."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import has_values, numbers
from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import nothing
from analytics.charts.labels import wrap
from analytics.charts.palette import PALETTES, Theme
from analytics.language import Language

_LABEL_WIDTH = 24


def outlook_test(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Bars under a heading per group of KPIs: each method's error in parts of that of the naive forecast.

    The frame holds a row per group and method: ``group`` ("amounts" or "ratios"), ``method``, ``is_chosen`` (drawn
    filled, the others as outlines), ``forecasts``, ``error`` (0 for none, 1 for the naive forecast's) and ``coverage``
    (0 to 1). Empty without an error.
    """
    if frame.empty or not has_values(frame, "error"):
        return nothing(language=language, theme=theme)
    rows: list[Row] = []
    for group in frame["group"].unique().tolist():
        heading = wrap(language.text(f"outlook.group_{group}"), _LABEL_WIDTH, lines=2)
        rows.append(Row(label=heading, value=None, number="", hover="", is_heading=True))
        part = frame[frame["group"] == group]
        rows += [
            _bar(row, error, language, theme)
            for row, error in zip(part.to_dict("records"), numbers(part["error"]), strict=True)
        ]
    chosen = numbers(frame.loc[frame["is_chosen"], "error"])
    alt = language.text("outlook.test_alt", error=language.percent(chosen[0] if chosen else None, 0))
    return horizontal(rows, alt, language=language, theme=theme, row_height=36)


def _bar(row: dict[Any, Any], error: float | None, language: Language, theme: Theme) -> Row:
    colours = PALETTES[theme]
    label = language.text(f"outlook.method_{row['method']}")
    number = language.percent(error, 0)
    coverage = language.percent(row["coverage"], 0)
    return Row(
        label=wrap(label, _LABEL_WIDTH, lines=2),
        value=error,
        number=number,
        hover=language.text(
            "outlook.test_hover", method=label, error=number, coverage=coverage, n=int(row["forecasts"])
        ),
        colour=colours.accent if row["is_chosen"] else colours.neutral,
        is_open=not row["is_chosen"],
    )
