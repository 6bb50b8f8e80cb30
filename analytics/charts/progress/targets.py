"""A target's path: milestones, what was reached so far, and the zones in which it is at risk or behind."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import Scale, Unit, closing_axis, defined, has_values, nice_ticks, numbers, scale, written
from analytics.charts.canvas import HOVER, LINE_HEIGHT, canvas, end_labels, legend_width, nothing, value_note
from analytics.charts.labels import cut, wrap
from analytics.charts.palette import PALETTES, Theme, translucent
from analytics.charts.progress.target_status import status_colour
from analytics.charts.template import SMALL_SIZE
from analytics.language import Language

_HEIGHT = 400
_FAR_FROM_ZERO = 0.5
"""Where the least value is more than this part of the largest, the axis does not begin at 0, and says so."""


def target_path(
    frame: pd.DataFrame, *, label: str, unit: Unit, less_is_better: bool = False, language: Language, theme: Theme
) -> go.Figure:
    """The path as a dashed line with a diamond per milestone, the actual values as a line, and two shaded zones.

    The frame holds a row per day: ``day``, ``on_path`` (on the path), ``milestone`` (where one falls due), ``amber``
    and ``red`` (the values at which the zones "at risk" and "behind" begin) and ``actual``, all in ``unit``. With
    ``outlook``, ``outlook_low`` and ``outlook_high`` a range fans out from the last actual value. ``label`` is the
    KPI's name; where ``less_is_better`` the zones lie above the path. Empty without a value on the path.
    """
    if not has_values(frame, "on_path"):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    table = frame.assign(day=pd.to_datetime(frame["day"])).sort_values("day", kind="stable")
    known = table.dropna(subset=["actual"])
    last = float(known["actual"].iloc[-1]) if len(known) else None
    final = numbers(table["on_path"])[-1]
    alt = language.text(
        "targets.path_alt",
        label=cut(label, 26),
        value=written(last, unit, language, short=True),
        target=written(final, unit, language, short=True),
    )
    figure = canvas(alt, language=language, theme=theme, height=_HEIGHT)
    drawn = ("on_path", "actual", "outlook", "outlook_low", "outlook_high")
    axis = _value_axis(defined(v for name in drawn if name in table for v in numbers(table[name])), unit, language)
    edge = axis.high if less_is_better else axis.low
    _zones(figure, table, edge, language=language, theme=theme)
    _outlook(figure, table, unit, language=language, theme=theme)
    _path(figure, table, unit, language=language, theme=theme)
    figure.add_scatter(
        name=language.text("targets.actual"),
        x=known["day"],
        y=known["actual"],
        mode="lines+markers",
        line={"color": colours.accent, "width": 3},
        marker={"size": 8},
        customdata=_hovers(known, "actual", wrap(label, 38), unit, language),
        hovertemplate=HOVER,
        cliponaxis=False,
    )
    _write_last(figure, known, unit, language=language, theme=theme)
    first, end = table["day"].iloc[0].date(), table["day"].iloc[-1].date()
    figure.update_layout(
        xaxis=closing_axis(first, end, language),
        yaxis=axis.axis,
        hovermode="closest",
        legend={"traceorder": "reversed"},  # drawn last, looked for first
    )
    legend_width(figure)
    value_note(figure, axis.note)
    if final is not None:
        aim = written(final, unit, language, short=True)
        end_labels(figure, [(final, f"{language.text('targets.aim')}<br>{aim}", colours.muted)], axis.low, axis.high)
    return figure


def _path(figure: go.Figure, table: pd.DataFrame, unit: Unit, *, language: Language, theme: Theme) -> None:
    colours = PALETTES[theme]
    name = language.text("targets.path")
    figure.add_scatter(
        name=name,
        x=table["day"],
        y=table["on_path"],
        mode="lines",
        line={"color": colours.muted, "width": 2, "dash": "dash"},
        customdata=_hovers(table, "on_path", name, unit, language),
        hovertemplate=HOVER,
    )
    due = table.dropna(subset=["milestone"])
    name = language.text("targets.milestone")
    figure.add_scatter(
        name=name,
        x=due["day"],
        y=due["milestone"],
        mode="markers",
        marker={"symbol": "diamond", "size": 12, "color": colours.surface, "line": {"color": colours.text, "width": 2}},
        customdata=_hovers(due, "milestone", name, unit, language),
        hovertemplate=HOVER,
        cliponaxis=False,
    )


def _zones(figure: go.Figure, table: pd.DataFrame, edge: float, *, language: Language, theme: Theme) -> None:
    """The zone between the two thresholds, and the one between the second and the ``edge`` of the picture."""
    foot = [edge] * len(table)
    for status, near, far in (("at_risk", table["amber"], table["red"]), ("behind", table["red"], foot)):
        colour = status_colour(status, theme)
        bound: dict[str, Any] = {"x": table["day"], "hoverinfo": "skip", "mode": "lines"}
        figure.add_scatter(**bound, y=near, line={"color": colour, "width": 1, "dash": "dot"}, showlegend=False)
        figure.add_scatter(
            **bound,
            y=far,
            name=language.text(f"targets.zone_{status}"),
            line={"width": 0, "color": colour},
            fill="tonexty",
            fillcolor=translucent(colour, 0.2 if status == "at_risk" else 0.14),
        )


def _outlook(figure: go.Figure, table: pd.DataFrame, unit: Unit, *, language: Language, theme: Theme) -> None:
    """Where the actual value may go: a band for the range, and a line through its middle."""
    if "outlook" not in table or not has_values(table, "outlook"):
        return
    colours = PALETTES[theme]
    ahead = table.dropna(subset=["outlook"])
    for column, fill in (("outlook_high", None), ("outlook_low", "tonexty")):
        figure.add_scatter(
            x=ahead["day"],
            y=ahead[column],
            mode="lines",
            line={"width": 0, "color": colours.second},
            fill=fill,
            fillcolor=translucent(colours.second, 0.22),
            hoverinfo="skip",
            showlegend=False,
        )
    figure.add_scatter(
        name=language.text("targets.outlook"),
        x=ahead["day"],
        y=ahead["outlook"],
        mode="lines+markers",
        line={"color": colours.second, "width": 2.5, "dash": "dot"},
        marker={"symbol": "square", "size": [0, *([7] * (len(ahead) - 1))]},
        customdata=[
            language.text(
                "targets.outlook_hover",
                value=written(row["outlook"], unit, language),
                low=written(row["outlook_low"], unit, language),
                high=written(row["outlook_high"], unit, language),
                date=language.date(row["day"]),
            )
            for row in ahead.to_dict("records")
        ],
        hovertemplate=HOVER,
        cliponaxis=False,
    )


def _write_last(figure: go.Figure, known: pd.DataFrame, unit: Unit, *, language: Language, theme: Theme) -> None:
    """The last actual value beside its point."""
    if known.empty:
        return
    last = known.iloc[-1]
    figure.add_annotation(
        text=f"<b>{written(last['actual'], unit, language, short=True)}</b>",
        x=last["day"],
        y=last["actual"],
        yshift=LINE_HEIGHT,
        showarrow=False,
        font={"size": SMALL_SIZE + 1, "color": PALETTES[theme].text},
    )


def _hovers(table: pd.DataFrame, column: str, name: str, unit: Unit, language: Language) -> list[str]:
    return [
        f"{language.date(day)}<br>{name}: <b>{written(value, unit, language)}</b>"
        for day, value in zip(table["day"], numbers(table[column]), strict=True)
    ]


def _value_axis(values: list[float], unit: Unit, language: Language) -> Scale:
    """An axis from 0; where all values lie far from it, one that begins below the least and says so."""
    least, most = min(values), max(values)
    if least <= _FAR_FROM_ZERO * most or most == least:
        return scale(values, unit, language)
    room = 0.12 * (most - least)
    ticks = nice_ticks(least - room, most + room, whole=unit in ("count", "days"))
    ticks = [tick for tick in ticks if tick >= least - 3 * room]
    texts = tuple(written(tick, unit, language, short=True) for tick in ticks)
    unit_note = language.text(f"charts.unit_{unit}")
    note = language.text("targets.axis_cut", unit=unit_note) if unit_note else language.text("targets.axis_cut_bare")
    return Scale(min(ticks[0], least - room), most + room, tuple(ticks), texts, note)
