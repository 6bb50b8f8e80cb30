"""Cooperations by whether they arose from an event."""

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import every_period, has_values, numbers, period_axis, scale, span
from analytics.charts.canvas import HOVER, bar_marker, canvas, legend_width, nothing, value_note
from analytics.charts.palette import PALETTES, Theme
from analytics.language import Language

_PARTS = ("from_events", "from_others", "from_unknown")


def cooperation_origins(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Stacked bars over time: the cooperations agreed in each period, by their origin.

    The frame holds a row per period: ``period``, ``from_events``, ``from_others`` and ``from_unknown`` (cooperations,
    parts of all). Empty without a cooperation.
    """
    if frame.empty or not has_values(frame, *_PARTS) or not frame[list(_PARTS)].to_numpy().sum():
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    periods = every_period(frame["period"])
    table = frame.assign(period=frame["period"].astype(str)).set_index("period").reindex(periods)
    values = {part: [value or 0.0 for value in numbers(table[part])] for part in _PARTS}
    alt = language.text(
        "charts.cooperation_origins_alt",
        span=span(periods, language),
        events=language.number(sum(values["from_events"])),
        total=language.number(sum(sum(part) for part in values.values())),
    )
    figure = canvas(alt, language=language, theme=theme)
    markers = {
        "from_events": bar_marker(colours.accent, colours.surface),
        "from_others": bar_marker(colours.second, colours.surface, "/"),
        "from_unknown": bar_marker(colours.neutral, colours.surface, is_open=True),
    }
    for part, marker in markers.items():
        label = language.text(f"charts.origin_{part}")
        figure.add_bar(
            name=label,
            x=[language.period(period, short=True) for period in periods],
            y=values[part],
            marker=marker,
            customdata=[f"{label}: <b>{language.number(value)}</b>" for value in values[part]],
            hovertemplate=HOVER,
        )
    totals = [sum(row) for row in zip(*values.values(), strict=True)]
    figure.update_layout(
        barmode="stack",
        xaxis=period_axis(periods, language),
        yaxis=scale(totals, "count", language).axis,
        hovermode="x unified",
    )
    legend_width(figure)
    value_note(figure, language.text("charts.cooperations_agreed"))
    return figure
