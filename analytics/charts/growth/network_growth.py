"""The network's growth beside the participations', over one time axis on which the events are marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import Scale, closing_axis, date_axis, has_values, numbers, numeric, scale
from analytics.charts.canvas import HOVER, LINE_HEIGHT, canvas, nothing
from analytics.charts.labels import safe, shorten, wrap
from analytics.charts.palette import FORMAT_SYMBOLS, PALETTES, Palette, Theme, translucent
from analytics.charts.template import SMALL_SIZE
from analytics.language import Language
from analytics.model import ENUMERATIONS

PANELS = (("participations",), ("reached", "nodes"), ("ties",))
"""The columns that share a panel, from top to bottom."""

_PANEL, _HEAD, _ROW, _FOOT = 110, 24, 20, 44
_NAMED = "reception"
_MOST_NAMES, _LONGEST_NAME, _LONGEST_FORMAT = 16, 22, 14
_FORMATS = ENUMERATIONS["event_format"]
_FEW_YEARS = timedelta(days=2 * 366)


@dataclass(frozen=True)
class _Panel:
    """Some columns on a value axis of their own; ``bottom`` and ``top`` are pixels above the foot."""

    axis: str
    columns: Sequence[str]
    values: Scale
    bottom: int
    top: int


def network_growth(frame: pd.DataFrame, *, events: pd.DataFrame, language: Language, theme: Theme) -> go.Figure:
    """Panels under each other: participations, organisations, ties; beneath them a mark per event on the same axis.

    The frame holds a row per period: ``ends_on`` (its last day), ``participations`` and ``reached`` (organisations),
    both since the beginning, ``nodes`` (organisations that cooperate) and ``ties`` on that day. A column that is
    absent or without a value above 0 is left out. ``events`` holds a row per event: ``starts_on``, ``title`` and
    ``format`` (a token of event_format, each with its row, colour and symbol); receptions are named. Empty without a
    value above 0.
    """
    shown = [column for panel in PANELS for column in panel if _has_grown(frame, column)]
    if not shown:
        return nothing(language=language, theme=theme)
    formats = in_model_order(events["format"])
    panels, span = _panels(frame, shown, len(formats), language)
    named = events[events["format"] == _NAMED]
    titles = [shorten(title, _LONGEST_NAME) for title in named["title"]] if len(named) <= _MOST_NAMES else []
    head = 8 + round(6.4 * max((len(title) for title in titles), default=0))
    figure = canvas(_alt(frame, language), language=language, theme=theme, height=head + span + _FOOT)
    letters = [_draw_panel(figure, frame, panel, span, language=language, theme=theme) for panel in panels]
    if formats:
        letters.append(_LONGEST_FORMAT)
        _draw_events(figure, events, formats, f"y{len(panels) + 1}", span, language=language, theme=theme)
    for title, day in zip(titles, pd.to_datetime(named["starts_on"]), strict=False):
        _name(figure, title, day, PALETTES[theme])
    days = pd.to_datetime(pd.concat([frame["ends_on"], events["starts_on"]]))
    first, last = days.min().date(), days.max().date()
    # Points stand at a quarter's end; over many years that is as near as its beginning, and years tell more than days.
    axis = closing_axis if last - first <= _FEW_YEARS else date_axis
    figure.update_layout(
        xaxis={**axis(first, last, language), "anchor": "free", "position": 0.0},
        margin={"t": head, "b": _FOOT, "r": 16 + round(6.6 * max(letters))},
    )
    return figure


def in_model_order(formats: Iterable[object]) -> list[str]:
    """The formats in the enumeration's order; those it does not know come last."""
    known = {token: place for place, token in enumerate(_FORMATS.tokens)}
    return sorted({str(token) for token in formats}, key=lambda token: (known.get(token, len(known)), token))


def _has_grown(frame: pd.DataFrame, column: str) -> bool:
    return column in frame and has_values(frame, column) and bool((numeric(frame[column]) > 0).any())


def _panels(frame: pd.DataFrame, shown: list[str], rows: int, language: Language) -> tuple[list[_Panel], int]:
    """The panels, and the pixels from their top to the foot, with a row per format beneath them."""
    groups = [group for panel in PANELS if (group := [column for column in panel if column in shown])]
    span = (_PANEL + _HEAD) * len(groups) + (_ROW * rows + _HEAD if rows else 0)
    panels = []
    for place, group in enumerate(groups):
        top = span - _HEAD - place * (_PANEL + _HEAD)
        values = scale([value for column in group for value in numbers(frame[column])], "count", language)
        panels.append(_Panel(f"y{place + 1 if place else ''}", group, values, top - _PANEL, top))
    return panels, span


def _draw_panel(
    figure: go.Figure, frame: pd.DataFrame, panel: _Panel, span: int, *, language: Language, theme: Theme
) -> int:
    """Draw the panel's lines with their names at their ends; the number of letters of the longest name."""
    colours = PALETTES[theme]
    step = 2 if len(panel.values.ticks) > 4 else 1
    figure.update_layout(
        {
            panel.axis.replace("y", "yaxis"): {
                **panel.values.axis,
                "tickvals": list(panel.values.ticks[::step]),
                "ticktext": list(panel.values.texts[::step]),
                "domain": [panel.bottom / span, panel.top / span],
                "anchor": "x",
            }
        }
    )
    days = [day.date() for day in pd.to_datetime(frame["ends_on"])]
    ends: list[tuple[float, str]] = []
    for column in panel.columns:
        label, values = language.text(f"charts.grown_{column}"), numbers(frame[column])
        is_second = column == "nodes"
        hue = colours.second if column in ("nodes", "ties") else colours.accent
        figure.add_scatter(
            name=label,
            x=[day.isoformat() for day in days],
            y=values,
            yaxis=panel.axis,
            mode="lines+markers",
            line={"color": hue, "width": 2.5},
            marker={"size": 5, "symbol": "diamond" if is_second else "circle"},
            fill=None if is_second or None in values else "tozeroy",
            fillcolor=translucent(hue, 0.12),
            customdata=[
                f"{language.date(day)}<br>{safe(label)}: <b>{language.number(value)}</b>"
                for day, value in zip(days, values, strict=True)
            ],
            hovertemplate=HOVER,
            cliponaxis=False,
            showlegend=False,
        )
        last = next((value for value in reversed(values) if value is not None), None)
        if last is not None:
            ends.append((last, f"<b>{language.number(last)}</b><br>{language.text(f'charts.grown_{column}_end')}"))
    heading = language.text(f"charts.grown_panel_{panel.columns[0]}")
    _write(figure, heading, 0, panel.top / span, "bottom", colours.muted, x_anchor="left")
    for value, text in _apart(ends, panel.values.high * 2.1 * LINE_HEIGHT / _PANEL):
        share = (panel.bottom + (panel.top - panel.bottom) * value / panel.values.high) / span
        _write(figure, text, 1, share, "middle", colours.text, x_anchor="left", shift=4)
    return max(len(line) for _, text in ends for line in re.sub("</?b>", "", text).split("<br>"))


def _apart(ends: list[tuple[float, str]], gap: float) -> list[tuple[float, str]]:
    """The labels from the lowest up, each at least ``gap`` above the one before."""
    placed: list[tuple[float, str]] = []
    for value, text in sorted(ends):
        placed.append((max(value, placed[-1][0] + gap) if placed else value, text))
    return placed


def _draw_events(
    figure: go.Figure,
    events: pd.DataFrame,
    formats: list[str],
    axis: str,
    span: int,
    *,
    language: Language,
    theme: Theme,
) -> None:
    """A row of marks per format."""
    colours = PALETTES[theme]
    labels = [safe(_FORMATS.label_of(token, language.code)) for token in formats]
    figure.update_layout(
        {
            axis.replace("y", "yaxis"): {
                "domain": [0, _ROW * len(formats) / span],
                "range": [len(formats) - 0.5, -0.5],
                "tickmode": "array",
                "tickvals": list(range(len(formats))),
                "ticktext": [shorten(_FORMATS.label_of(token, language.code), _LONGEST_FORMAT) for token in formats],
                "anchor": "x",
                "side": "right",
                "automargin": False,
            }
        }
    )
    for row, token in enumerate(formats):
        of_format = events[events["format"].astype(str) == token]
        days = [day.date() for day in pd.to_datetime(of_format["starts_on"])]
        figure.add_scatter(
            name=labels[row],
            mode="markers",
            x=[day.isoformat() for day in days],
            y=[row] * len(days),
            yaxis=axis,
            marker={
                "symbol": FORMAT_SYMBOLS.get(token, "circle-open"),
                "color": colours.event_format(token),
                "size": 10,
                "opacity": 0.85,
                "line": {"color": colours.surface, "width": 1},
            },
            customdata=[
                f"<b>{wrap(title, 38)}</b><br>{language.date(day)}"
                for title, day in zip(of_format["title"], days, strict=True)
            ],
            hovertemplate=HOVER,
            cliponaxis=False,
            showlegend=False,
        )


def _name(figure: go.Figure, title: str, day: pd.Timestamp, colours: Palette) -> None:
    """A line through all panels on ``day``, its title above it."""
    figure.add_shape(
        type="line",
        x0=day.isoformat(),
        x1=day.isoformat(),
        xref="x",
        y0=0,
        y1=1,
        yref="paper",
        layer="below",
        line={"color": colours.axis, "width": 1, "dash": "dot"},
    )
    figure.add_annotation(
        text=title,
        x=day.isoformat(),
        xref="x",
        y=1,
        yref="paper",
        yanchor="bottom",
        xanchor="center",
        textangle=-90,
        showarrow=False,
        font={"size": SMALL_SIZE - 1, "color": colours.muted},
    )


def _write(
    figure: go.Figure, text: str, x: float, y: float, anchor: str, colour: str, *, x_anchor: str, shift: int = 0
) -> None:
    figure.add_annotation(
        text=text,
        x=x,
        xref="paper",
        y=y,
        yref="paper",
        xanchor=x_anchor,
        yanchor=anchor,
        xshift=shift,
        align="left",
        showarrow=False,
        font={"size": SMALL_SIZE, "color": colour},
    )


def _alt(frame: pd.DataFrame, language: Language) -> str:
    columns = ("reached", "nodes", "ties")
    last = {column: numbers(frame[column])[-1] if column in frame else None for column in columns}
    return language.text(
        "charts.network_growth_alt",
        reached=language.number(last["reached"]),
        nodes=language.number(last["nodes"]),
        ties=language.number(last["ties"]),
    )
