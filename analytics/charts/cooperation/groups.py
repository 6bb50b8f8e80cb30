"""The groups that work together most closely, over time."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import every_period, has_values, numbers, period_axis, scale, span
from analytics.charts.canvas import HOVER, LINE_HEIGHT, bar_marker, canvas, nothing, value_note
from analytics.charts.labels import safe, shorten
from analytics.charts.palette import PALETTES, Theme
from analytics.language import Language

COLOURS: Mapping[Theme, tuple[str, ...]] = {
    "light": ("#3B5BA5", "#8A6D00", "#2A7F8E", "#A23B72", "#4F7D2B", "#B5541C", "#6C4AB6", "#7A4B3A"),
    "dark": ("#8FA8F0", "#D9BD55", "#6FC7D6", "#E68FBE", "#9CCB72", "#F0935C", "#B79CF0", "#CFA08D"),
}
"""A colour per group; a group keeps its number over time, and so its colour and pattern."""

PATTERNS = ("", "/", ".", "x", "-", "\\", "+", "|")
_LONGEST = 32
"""The letters of a group's name in the legend."""

MANY_PERIODS = 16
"""Beyond so many periods bars stand closer."""


def groups_over_time(frame: pd.DataFrame, *, places: Mapping[str, int], language: Language, theme: Theme) -> go.Figure:
    """Stacked bars over time: how many organisations are in each group, all others on top.

    The frame holds a row per period and group: ``period``, ``group`` (its name) and ``members``. ``places`` says which
    colour and pattern a group has (0 to 7), in the order in which they are stacked; what is not in it stands for all
    others and is drawn open, on top. Empty without a value.
    """
    if not has_values(frame, "members"):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    periods = every_period(frame["period"])
    names = [language.period(period, short=True) for period in periods]
    order = list(places)
    groups = sorted(set(frame["group"]), key=lambda group: order.index(group) if group in places else len(order))
    totals = frame.groupby("period")["members"].sum()
    alt = language.text("cooperation.groups_alt", n=len(places), span=span(periods, language))
    figure = canvas(alt, language=language, theme=theme, height=380 + (LINE_HEIGHT + 4) * len(groups))
    for label in groups:
        values = numbers(frame[frame["group"] == label].set_index("period")["members"].reindex(periods))
        place = places.get(label)
        marker = (
            bar_marker(colours.neutral, colours.surface, is_open=True)
            if place is None
            else bar_marker(COLOURS[theme][place], colours.surface, PATTERNS[place])
        )
        figure.add_bar(
            name=shorten(label, _LONGEST),
            x=names,
            y=values,
            marker=marker,
            customdata=[f"{safe(label)}: <b>{language.number(value)}</b>" for value in values],
            hovertemplate=HOVER,
        )
    figure.update_layout(
        barmode="stack",
        bargap=0.3 if len(periods) <= MANY_PERIODS else 0.12,
        xaxis=period_axis(periods, language),
        yaxis=scale(numbers(totals), "count", language).axis,
        hovermode="closest",
        showlegend=True,
    )
    # Names of organisations are often written in capitals, which are wider than a legend reckons with.
    widest = max(sum(9 if letter.isupper() else 6 for letter in shorten(label, _LONGEST)) for label in groups)
    figure.update_layout(legend={"entrywidth": 4 + widest})
    value_note(figure, language.text("charts.organisations"))
    return figure
