"""Euros by calendar year: what was spent for one of something, or what was won."""

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import has_values, numbers, written
from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import nothing
from analytics.charts.labels import safe
from analytics.charts.palette import PALETTES, Theme
from analytics.language import Language


def euros_by_year(frame: pd.DataFrame, *, column: str, label: str, language: Language, theme: Theme) -> go.Figure:
    """Bars: one per year, in the frame's order, with its amount.

    The frame holds a row per year: ``period`` ("2025") and ``column``, an amount in euros; a missing one is written
    "–" and has no bar. ``label`` says what is paid for. Empty without an amount.
    """
    if frame.empty or not has_values(frame, column):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    rows = [
        Row(
            label=safe(period),
            value=value,
            number=written(value, "eur", language, short=True),
            hover=f"{safe(label)} {safe(period)}: <b>{written(value, 'eur', language)}</b>",
            colour=colours.accent,
        )
        for period, value in zip(frame["period"], numbers(frame[column]), strict=True)
    ]
    alt = language.text(
        "charts.euros_by_year_alt",
        label=label,
        first=str(frame["period"].iloc[0]),
        last=str(frame["period"].iloc[-1]),
        value=rows[-1].number,
    )
    return horizontal(rows, alt, language=language, theme=theme)
