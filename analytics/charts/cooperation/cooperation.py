"""How the cooperation network stands: the course of one measure, and who connects others."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import Unit, defined, every_period, has_values, numbers, period_axis, scale, span, written
from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import HOVER, canvas, end_labels, nothing, value_note
from analytics.charts.kinds import is_open, kind_label
from analytics.charts.labels import cut, shorten, wrap
from analytics.charts.palette import PALETTES, Theme, symbol_of
from analytics.language import Language

MANY_PERIODS = 16
"""Beyond so many periods the points of a line are marked smaller."""

MOST_BROKERS = 10


def measure_history(frame: pd.DataFrame, *, label: str, unit: Unit, language: Language, theme: Theme) -> go.Figure:
    """One measure over time as a line and, where the frame has it, what chance would give as a dashed one.

    The frame holds a row per period: ``period``, ``value`` in ``unit``, and optionally ``expected`` in the same. A
    missing value is a gap; chance may be known for some periods only, its line then runs on between them. ``label``
    names the measure. Empty without a value.
    """
    if not has_values(frame, "value"):
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    periods = every_period(frame["period"])
    table = frame.assign(period=frame["period"].astype(str)).set_index("period").reindex(periods)
    values = numbers(table["value"])
    expected = numbers(table["expected"]) if "expected" in table else []
    last = defined(values)[-1]
    alt = language.text(
        "cooperation.history_alt",
        label=cut(label, 34),
        span=span(periods, language),
        value=written(last, unit, language),
    )
    figure = canvas(alt, language=language, theme=theme, height=320)
    axis = scale([*values, *expected], unit, language)
    ends = [(last, f"<b>{written(last, unit, language)}</b>", colours.text)]
    if defined(expected):
        chance, name = defined(expected)[-1], language.text("cooperation.by_chance")
        _line(figure, name, periods, expected, colours.muted, unit, language, is_chance=True)
        ends.append((chance, f"{written(chance, unit, language)}<br>{name}", colours.muted))
    _line(figure, label, periods, values, colours.accent, unit, language)
    figure.update_layout(xaxis=period_axis(periods, language), yaxis=axis.axis, hovermode="x unified")
    value_note(figure, axis.note)
    end_labels(figure, ends, axis.low, axis.high)
    return figure


def _line(
    figure: go.Figure,
    name: str,
    periods: list[str],
    values: list[float | None],
    colour: str,
    unit: Unit,
    language: Language,
    *,
    is_chance: bool = False,
) -> None:
    figure.add_scatter(
        name=shorten(name, 40),
        x=[language.period(period, short=True) for period in periods],
        y=values,
        mode="lines" if is_chance and len(defined(values)) > MANY_PERIODS else "lines+markers",
        line={"color": colour, "width": 2.0 if is_chance else 2.5, "dash": "dash" if is_chance else "solid"},
        marker={
            "size": 8 if len(periods) <= MANY_PERIODS else 5,
            "symbol": "diamond-open" if is_chance else "circle",
        },
        customdata=[f"{wrap(name, 38)}: <b>{written(value, unit, language)}</b>" for value in values],
        hovertemplate=HOVER,
        connectgaps=is_chance,
        cliponaxis=False,
        showlegend=False,
    )


def brokers(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Bars: how many of the others' shortest ways lead over each organisation; the first :data:`MOST_BROKERS` rows.

    The frame holds a row per organisation, the greatest first: ``name``, ``kind``, ``betweenness`` (a share),
    ``partners`` and ``left_out`` (how many others would lose their connection). Empty without a row.
    """
    if frame.empty:
        return nothing(language=language, theme=theme)
    shown = frame.head(MOST_BROKERS)
    rows = [_broker(row, language, theme) for row in shown.to_dict("records")]
    alt = language.text("cooperation.brokers_alt", n=len(rows), name=cut(shown["name"].iloc[0], 40))
    return horizontal(rows, alt, language=language, theme=theme, row_height=62)


def _broker(row: Mapping[Hashable, Any], language: Language, theme: Theme) -> Row:
    """An organisation's bar; its kind stands beneath its name, and in brackets who would be left out without it."""
    colours = PALETTES[theme]
    kind, share, left_out = str(row["kind"]), float(row["betweenness"]), int(row["left_out"])
    label = kind_label(kind, language)
    told = [
        f"<b>{wrap(row['name'], 38)}</b>",
        label,
        language.text("cooperation.partners", n=int(row["partners"])),
        language.text("cooperation.left_out", n=left_out),
    ]
    return Row(
        label=f"{wrap(row['name'], 24, lines=2)}<br><span style='color:{colours.muted}'>{label}</span>",
        value=share,
        number=language.percent(share, 0 if share >= 0.1 else 1)
        + (f" ({language.number(left_out)})" if left_out else ""),
        hover="<br>".join(told),
        colour=colours.kind(kind),
        symbol=symbol_of(kind),
        is_open=is_open(kind),
    )
