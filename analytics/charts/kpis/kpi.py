"""One KPI: its values over time against its target, and its parts."""

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import Unit, defined, every_period, has_values, numbers, period_axis, scale, span, written
from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import HOVER, canvas, end_labels, nothing, value_note
from analytics.charts.class_matrix import ClassRow, class_matrix
from analytics.charts.labels import cut, shorten, wrap
from analytics.charts.palette import PALETTES, Theme
from analytics.language import Language
from analytics.model.count_classes import CLASS

MANY_PERIODS = 20
"""Beyond so many periods the points of the line are marked smaller."""


def kpi_series(
    frame: pd.DataFrame, *, label: str, unit: Unit, language: Language, theme: Theme, height: int = 320
) -> go.Figure:
    """A line with a point per period, and the target as a dashed line.

    The frame holds a row per period: ``period``, ``value`` in ``unit`` and, optionally, ``target`` in the same.
    A missing value or period is a gap in the line, marked "–" at the foot; never 0. ``label`` is the KPI's name.
    Empty without a defined value.
    """
    if not has_values(frame, "value"):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    periods = every_period(frame["period"])
    table = frame.assign(period=frame["period"].astype(str)).set_index("period").reindex(periods)
    names = [language.period(period, short=True) for period in periods]
    values = numbers(table["value"])
    targets = numbers(table["target"]) if "target" in table else [None] * len(periods)
    last = defined(values)[-1]
    alt = language.text(
        "charts.kpi_series_alt",
        label=cut(label, 32),
        span=span(periods, language),
        value=written(last, unit, language, short=True),
    )
    figure = canvas(alt, language=language, theme=theme, height=height)
    axis = scale([*values, *targets], unit, language)
    labels = [(last, f"<b>{written(last, unit, language, short=True)}</b>", colours.text)]
    if defined(targets):
        name, target = language.text("charts.target"), defined(targets)[-1]
        figure.add_scatter(
            name=name,
            x=names,
            y=targets,
            mode="lines" if len(defined(targets)) > 1 else "markers",
            line={"color": colours.muted, "width": 2, "dash": "dash"},
            marker={"symbol": "line-ew-open", "size": 24, "line": {"width": 2, "color": colours.muted}},
            customdata=[f"{name}: <b>{written(value, unit, language)}</b>" for value in targets],
            hovertemplate=HOVER,
            showlegend=False,
        )
        aim = written(target, unit, language, short=True)
        labels.append((target, f"{name}{' ' if len(aim) < 6 else '<br>'}{aim}", colours.muted))
    figure.add_scatter(
        name=shorten(label, 40),
        x=names,
        y=values,
        mode="lines+markers",
        line={"color": colours.accent, "width": 2.5},
        marker={"size": 8 if len(periods) <= MANY_PERIODS else 5},
        customdata=[f"{wrap(label, 38)}: <b>{written(value, unit, language)}</b>" for value in values],
        hovertemplate=HOVER,
        connectgaps=False,
        cliponaxis=False,
        showlegend=False,
    )
    undefined = [name for name, value in zip(names, values, strict=True) if value is None]
    if undefined:
        figure.add_scatter(
            name=language.text("charts.undefined"),
            x=undefined,
            y=[axis.low] * len(undefined),
            mode="text",
            text=[language.number(None)] * len(undefined),
            textposition="top center",
            textfont={"color": colours.muted},
            customdata=[language.text("charts.undefined")] * len(undefined),
            hovertemplate=HOVER,
            cliponaxis=False,
            showlegend=False,
        )
    figure.update_layout(xaxis=period_axis(periods, language), yaxis=axis.axis, hovermode="x unified")
    value_note(figure, axis.note)
    end_labels(figure, labels, axis.low, axis.high)
    return figure


def kpi_split(frame: pd.DataFrame, *, label: str, unit: Unit, language: Language, theme: Theme) -> go.Figure:
    """Bars: the KPI's value for each segment, in the frame's order.

    The frame holds a row per segment: ``segment`` (its label, as people read it) and ``value`` in ``unit``. A
    missing value is written "–". Where ``value_class`` tells classes, these stand in the bars' place. A long label is
    cut; the hover shows all of it. Empty without a row.
    """
    if frame.empty:
        return nothing(language=language, theme=theme)
    alt = language.text("charts.kpi_split_alt", label=cut(label, 40), n=len(frame))
    if f"value{CLASS}" in frame:
        cells = [ClassRow(str(row["segment"]), (row[f"value{CLASS}"],)) for row in frame.to_dict("records")]
        return class_matrix(cells, [language.text("columns.value")], alt, language=language, theme=theme)
    rows = [
        Row(
            label=wrap(segment, 20, lines=2),
            value=value,
            number=written(value, unit, language, short=True),
            hover=f"{wrap(segment, 38)}: <b>{written(value, unit, language)}</b>",
        )
        for segment, value in zip(frame["segment"], numbers(frame["value"]), strict=True)
    ]
    return horizontal(rows, alt, language=language, theme=theme, top=1.0 if unit == "share" else None)
