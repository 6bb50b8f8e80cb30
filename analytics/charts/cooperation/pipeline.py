"""How far the cooperations have come: their stages now, and over time."""

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import every_period, has_values, numbers, period_axis, scale, span
from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import HOVER, bar_marker, canvas, nothing, value_note
from analytics.charts.palette import PALETTES, Theme
from analytics.language import Language

STAGES = ("at_contact", "at_exchange", "at_agreed", "at_joint", "at_lasting")
"""The stages 1 to 5 as columns; ``ended`` stands apart."""

_DEPTHS = (None, 0, 1, 2, 3)
"""How deep each stage's colour is on the palette's scale, so that the further is the darker; None an outline."""

_PATTERNS = ("", "/", "-", "", ".")
MANY_PERIODS = 16
"""Beyond so many periods bars stand closer."""


def stages_now(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Bars: how many cooperations stand at each stage, and how many did a year before.

    The frame holds a row per moment, the later one last: ``ends_on``, a column per stage of :data:`STAGES`, and
    ``ended``. Empty without a cooperation.
    """
    if not has_values(frame, *STAGES, "ended") or not _total(frame.tail(1), (*STAGES, "ended")):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    now, before = frame.iloc[-1], frame.iloc[0] if len(frame) > 1 else None
    rows = []
    for stage in (*STAGES, "ended"):
        earlier = "" if before is None else f"({language.number(int(before[stage]))})"
        name = language.text(f"cooperation.stage_{stage}")
        number = language.number(int(now[stage]))
        rows.append(
            Row(
                label=name,
                value=float(now[stage]),
                number=f"{number} {earlier}".rstrip(),
                hover=f"{name}: <b>{number}</b> {earlier}".rstrip(),
                colour=colours.neutral if stage == "ended" else colours.accent,
                is_open=stage == "ended",
            )
        )
    alt = language.text("cooperation.stages_alt", n=int(_total(frame.tail(1), STAGES)), ended=int(now["ended"]))
    return horizontal(rows, alt, language=language, theme=theme)


def stages_over_time(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Stacked bars over time: the cooperations at each stage above zero, and those that have ended below.

    The frame holds a row per period: ``period``, a column per stage of :data:`STAGES`, and ``ended`` (all that have
    ended by then). Empty without a cooperation.
    """
    if not has_values(frame, *STAGES, "ended") or not _total(frame, (*STAGES, "ended")):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    periods = every_period(frame["period"])
    table = frame.assign(period=frame["period"].astype(str)).set_index("period").reindex(periods)
    names = [language.period(period, short=True) for period in periods]
    alt = language.text("cooperation.pipeline_alt", span=span(periods, language), n=int(_total(table.tail(1), STAGES)))
    figure = canvas(alt, language=language, theme=theme, height=440)
    for stage, depth, pattern in zip((*STAGES, "ended"), (*_DEPTHS, None), (*_PATTERNS, "x"), strict=True):
        label = language.text(f"cooperation.stage_{stage}")
        colour = colours.accent if depth is None else colours.sequential[depth + 1]
        if stage == "ended":
            colour = colours.neutral
        values = numbers(table[stage])
        figure.add_bar(
            name=label,
            x=names,
            y=[None if value is None else -value if stage == "ended" else value for value in values],
            marker=bar_marker(colour, colours.surface, pattern, is_open=stage == "at_contact"),
            customdata=[f"{label}: <b>{language.number(value)}</b>" for value in values],
            hovertemplate=HOVER,
        )
    running = table[list(STAGES)].sum(axis=1)
    axis = scale([*numbers(running), *numbers(-table["ended"])], "count", language, absolute=True)
    figure.update_layout(
        barmode="relative",
        bargap=0.3 if len(periods) <= MANY_PERIODS else 0.12,
        xaxis=period_axis(periods, language),
        yaxis=axis.axis,
        hovermode="x unified",
    )
    longest = max(len(str(trace.name)) for trace in figure.data)
    figure.update_layout(legend={"entrywidth": 4 + 7 * longest})
    value_note(figure, language.text("cooperation.pipeline_note"))
    return figure


def _total(frame: pd.DataFrame, columns: tuple[str, ...]) -> float:
    return float(frame[list(columns)].to_numpy(dtype=float).sum())
