"""The period of which not all is known yet, marked in a chart over time: its bars and points still grow."""

import plotly.graph_objects as go

from analytics.charts.palette import PALETTES, Theme
from analytics.language import Language


def mark_incomplete(figure: go.Figure, period: str, *, language: Language, theme: Theme) -> None:
    """Lay a quiet ground behind the column of ``period``; nothing where the figure has no such column."""
    names = list(figure.layout.xaxis.categoryarray or ())
    name = language.period(period, short=True)
    if name not in names:
        return
    place = names.index(name)
    figure.add_shape(
        name="incomplete",
        type="rect",
        x0=place - 0.5,
        x1=place + 0.5,
        y0=0,
        y1=1,
        yref="y domain",
        layer="below",
        line={"width": 0},
        fillcolor=PALETTES[theme].grid,
    )
