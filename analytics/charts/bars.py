"""Horizontal bars with their numbers written beside them, shared by all charts that compare a few named values."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analytics.charts.axes import defined
from analytics.charts.canvas import HOVER, bar_marker, canvas
from analytics.charts.palette import PALETTES, Theme
from analytics.language import Language

ROW_HEIGHT = 40


@dataclass(frozen=True)
class Row:
    """One bar. ``label``, ``number`` and ``hover`` are ready to be drawn (escaped); a None ``value`` has no bar.

    A row that ``is_heading`` holds only its label. ``symbol`` puts a marker at the bar's end.
    """

    label: str
    value: float | None
    number: str
    hover: str
    colour: str = ""
    pattern: str = ""
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
    """The rows from top to bottom, on a common scale from zero to ``top`` (default: the largest value).

    An undefined value is written as it stands in ``number`` ("–") and gets no bar.
    """
    colours = PALETTES[theme]
    figure = canvas(alt, language=language, theme=theme, height=row_height * len(rows) + 24)
    drawn = [row for row in rows if not row.is_heading]
    places = [place for place, row in enumerate(rows) if not row.is_heading]
    figure.add_bar(
        orientation="h",
        x=[row.value for row in drawn],
        y=places,
        width=0.2 if any(row.symbol for row in rows) else 0.62,
        customdata=[row.hover for row in drawn],
        hovertemplate=HOVER,
        marker=_markers(drawn, colours.accent, colours.surface),
        showlegend=False,
    )
    figure.add_scatter(
        mode="markers+text" if any(row.symbol for row in rows) else "text",
        x=[max(row.value or 0.0, 0.0) for row in drawn],
        y=places,
        text=[f"\N{NO-BREAK SPACE}{row.number}" for row in drawn],
        textposition="middle right",
        textfont={"color": colours.text},
        marker={
            "symbol": [row.symbol or "circle" for row in drawn],
            "color": [row.colour or colours.accent for row in drawn],
            "size": 14,
            "opacity": [1.0 if row.symbol and row.value is not None else 0.0 for row in drawn],
            "line": {
                "color": [row.colour or colours.surface for row in drawn],
                "width": 2 if any(r.is_open for r in drawn) else 0,
            },
        },
        customdata=[row.hover for row in drawn],
        hovertemplate=HOVER,
        cliponaxis=False,
        showlegend=False,
    )
    values = defined(row.value for row in drawn)
    high = top if top is not None else max([0.0, *values]) or 1.0
    longest = max((len(row.number) for row in drawn), default=0)
    figure.update_layout(
        xaxis={"range": [min([0.0, *values]), high * (1.08 + 0.042 * longest)], "visible": False},
        yaxis={
            "range": [len(rows) - 0.45, -0.55],
            "tickmode": "array",
            "tickvals": list(range(len(rows))),
            "ticktext": [f"<b>{row.label}</b>" if row.is_heading else row.label for row in rows],
            "tickfont": {"color": colours.text},
        },
    )
    figure.add_vline(x=0, line={"color": colours.axis, "width": 1})
    return figure


def _markers(rows: Sequence[Row], accent: str, surface: str) -> dict[str, object]:
    """The fillings of all bars as one marker, for a single trace."""
    single = [bar_marker(row.colour or accent, surface, row.pattern, is_open=row.is_open) for row in rows]
    return {
        "color": [marker["color"] for marker in single],
        "line": {
            "color": [marker["line"]["color"] for marker in single],
            "width": [marker["line"]["width"] for marker in single],
        },
        "pattern": {
            "shape": [row.pattern for row in rows],
            "fillmode": "replace",
            "bgcolor": [row.colour or accent for row in rows],
            "fgcolor": surface,
            "fgopacity": 0.65,
            "size": 7,
            "solidity": 0.25,
        },
    }
