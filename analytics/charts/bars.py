"""Horizontal bars with their numbers written beside them, shared by all charts that compare a few named values."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analytics.charts.axes import defined
from analytics.charts.canvas import HOVER, canvas
from analytics.charts.palette import PALETTES, Theme, translucent
from analytics.language import Language

ROW_HEIGHT = 40


@dataclass(frozen=True)
class Row:
    """One bar. ``label``, ``number`` and ``hover`` are ready to be drawn (escaped); a None ``value`` has no bar.

    A row that ``is_heading`` holds only its label and a quiet ``number``. ``symbol`` puts a marker at the bar's end,
    ``is_open`` draws the bar as an outline.
    """

    label: str
    value: float | None
    number: str
    hover: str
    colour: str = ""
    symbol: str = ""
    is_open: bool = False
    is_heading: bool = False


def horizontal(
    rows: Sequence[Row],
    alt: str,
    *,
    language: Language,
    theme: Theme,
    top: float | None = None,
    row_height: int = ROW_HEIGHT,
) -> go.Figure:
    """The rows from top to bottom, on a common scale from zero to the largest value.

    With ``top``, the whole of which the values are parts, a quiet track runs to it behind each bar. An undefined
    value is written as it stands in ``number`` ("–") and gets no bar.
    """
    colours = PALETTES[theme]
    figure = canvas(alt, language=language, theme=theme, height=row_height * len(rows) + 24)
    places = list(range(len(rows)))
    hues = [row.colour or colours.accent for row in rows]
    has_symbols = any(row.symbol for row in rows)
    thickness = 0.2 if has_symbols else 0.62
    if top is not None:
        figure.add_bar(
            name="track",
            orientation="h",
            x=[None if row.is_heading or row.value is None else top for row in rows],
            y=places,
            width=thickness,
            marker={"color": colours.grid},
            hoverinfo="skip",
            showlegend=False,
        )
    figure.add_bar(
        orientation="h",
        x=[row.value for row in rows],
        y=places,
        width=thickness,
        marker={
            "color": [translucent(hue, 0.15) if row.is_open else hue for row, hue in zip(rows, hues, strict=True)],
            "line": {"color": hues, "width": [1.5 if row.is_open else 0 for row in rows]},
        },
        customdata=[row.hover for row in rows],
        hovertemplate=HOVER,
        showlegend=False,
    )
    figure.add_scatter(
        mode="markers+text" if has_symbols else "text",
        x=[_number_place(row, top) for row in rows],
        y=places,
        text=[f"\N{NO-BREAK SPACE}{row.number}" for row in rows],
        textposition="middle right",
        textfont={"color": [colours.muted if row.is_heading else colours.text for row in rows]},
        marker={
            "symbol": [row.symbol or "circle" for row in rows],
            "color": hues,
            "size": 14,
            "opacity": [float(bool(row.symbol) and row.value is not None) for row in rows],
            "line": {"color": hues, "width": 2},
        },
        customdata=[row.hover for row in rows],
        hovertemplate=HOVER,
        hoverinfo=None if has_symbols else "skip",
        cliponaxis=False,
        showlegend=False,
    )
    values = defined(row.value for row in rows)
    high = max([0.0 if top is None else top, *values]) or 1.0
    longest = max((len(row.number) for row in rows if not row.is_heading), default=0)
    figure.update_layout(
        barmode="overlay",
        xaxis={"range": [min([0.0, *values]), high * (1.08 + 0.042 * longest)], "visible": False},
        yaxis={
            "range": [len(rows) - 0.45, -0.55],
            "tickmode": "array",
            "tickvals": places,
            "ticktext": [f"<b>{row.label}</b>" if row.is_heading else row.label for row in rows],
            "tickfont": {"color": colours.text},
        },
    )
    figure.add_vline(x=0, line={"color": colours.axis, "width": 1})
    return figure


def _number_place(row: Row, top: float | None) -> float:
    """Where the row's number begins: at the end of its bar, or of its track."""
    return 0.0 if row.is_heading else max(row.value or 0.0, top or 0.0)
