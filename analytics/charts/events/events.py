"""What events bring about: attendance, the mix of guests, events side by side, and their feedback."""

from collections.abc import Iterable
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import Scale, Unit, date_axis, defined, has_values, numbers, numeric, scale, written
from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import HOVER, bar_marker, canvas, legend_width, nothing, value_note
from analytics.charts.kinds import in_order, is_open, kind_label
from analytics.charts.labels import safe, wrap
from analytics.charts.palette import FORMAT_SYMBOLS, PALETTES, Theme, symbol_of
from analytics.language import Language
from analytics.model import ENUMERATIONS

Measure = Literal["attended", "organisations", "newcomers", "mix", "no_show_rate", "satisfaction"]

STEPS = ("registered", "attended", "organisations", "newcomers")
_UNITS: dict[Measure, Unit] = {"mix": "index", "no_show_rate": "share"}
_HOVER_WIDTH = 38
LARGEST_MARK = 30
"""Pixels across the mark of the best attended event."""


def attendance_steps(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Bars from registered to attended persons, on to the organisations they came from and those new among them.

    The frame holds a row per step: ``step`` (of :data:`STEPS`, in any order) and ``value``. A missing value is
    written "–". The newcomers' share of the organisations stands beside their number. Empty without a value.
    """
    if not has_values(frame, "value"):
        return nothing(language=language, theme=theme)
    values = dict(zip(frame["step"], numbers(frame["value"]), strict=True))
    colours = PALETTES[theme]
    rows = []
    for step in (step for step in STEPS if step in values):
        value, whole = values[step], values.get("organisations")
        label = language.text(f"charts.step_{step}")
        number = language.number(value)
        if step == "newcomers" and value is not None and whole:
            number += f" ({language.percent(value / whole, 0)})"
        is_person = step in ("registered", "attended")
        rows.append(
            Row(
                label=wrap(label, 20),
                value=value,
                number=number,
                hover=f"{safe(label)}: <b>{number}</b>",
                colour=colours.accent if is_person else colours.second,
                is_open=step == "registered",
            )
        )
    alt = language.text("charts.attendance_steps_alt", **{step: language.number(values.get(step)) for step in STEPS})
    return horizontal(rows, alt, language=language, theme=theme)


def kind_mix(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Bars with each kind's symbol at their end: how many organisations of each kind.

    The frame holds a row per kind: ``kind`` (a token of organisation_kind) and ``organisations``. Kinds stand in
    the enumeration's order; a missing (hidden) count is written "–". Empty without a row.
    """
    if frame.empty:
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    counts = dict(zip(frame["kind"].astype(str), numbers(frame["organisations"]), strict=True))
    total = _total(counts.values())
    rows = [
        Row(
            label=kind_label(kind, language),
            value=counts[kind],
            number=language.number(counts[kind]),
            hover=language.text(
                "charts.kind_mix_hover",
                kind=kind_label(kind, language),
                number=language.number(counts[kind]),
                share=language.percent(_share(counts[kind], total)),
            ),
            colour=colours.kind(kind),
            symbol=symbol_of(kind),
            is_open=is_open(kind),
        )
        for kind in in_order(counts)
    ]
    if total is None:
        alt = language.text("charts.kind_mix_partly_alt", kinds=len(rows))
    else:
        alt = language.text("charts.kind_mix_alt", total=language.number(total), kinds=len(rows))
    return horizontal(rows, alt, language=language, theme=theme)


def events_compared(frame: pd.DataFrame, *, measure: Measure, language: Language, theme: Theme) -> go.Figure:
    """A point per event over time: its height the ``measure``, its size the attendance, its form the format.

    The frame holds a row per event: ``event_id``, ``title``, ``starts_on`` (date), ``format`` (a token of
    event_format), ``attended`` (persons), ``organisations``, ``newcomers``, ``mix`` (0 to 1), ``no_show_rate``
    (0 to 1) and ``satisfaction`` (1 to 5); any measure may be missing. An event whose measure is missing is not
    drawn but counted beneath. Empty without an event to draw.
    """
    if not has_values(frame, measure):
        return nothing(language=language, theme=theme)
    drawn = (
        frame.assign(
            measured=numeric(frame[measure]),
            guests=numeric(frame["attended"]),
            day=pd.to_datetime(frame["starts_on"]),
            format=frame["format"].astype(str),
        )
        .dropna(subset=["measured", "day"])
        .sort_values("day", kind="stable")
    )
    if drawn.empty:
        return nothing(language=language, theme=theme)
    name = language.text(f"charts.measure_{measure}")
    alt = language.text("charts.events_compared_alt", n=len(drawn), measure=name)
    figure = canvas(alt, language=language, theme=theme, height=460)
    tokens = ENUMERATIONS["event_format"].tokens
    biggest = max(1.0, float(drawn["guests"].fillna(0).max()))
    for token in sorted(
        drawn["format"].unique(), key=lambda token: (token not in tokens, [*tokens, token].index(token))
    ):
        events = drawn[drawn["format"] == token]
        figure.add_traces(_format_traces(events, token, measure, biggest, language=language, theme=theme))
    missing = len(frame) - len(drawn)
    figure.update_layout(
        xaxis=date_axis(drawn["day"].iloc[0].date(), drawn["day"].iloc[-1].date(), language),
        xaxis_title_text=language.text("charts.events_missing", n=missing) if missing else None,
        yaxis=_measure_scale(drawn["measured"], measure, language).axis,
        showlegend=True,
    )
    legend_width(figure)
    value_note(figure, name if measure == "attended" else language.text("charts.events_note", measure=name))
    return figure


def feedback(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Bars: how often each answer from 1 to 5 was given, with the number of answers and their mean beneath.

    The frame holds a row per answer: ``answer`` (1 to 5) and ``answers`` (how many). An answer without a row was
    not given; one whose number is missing (hidden) is written "–", and there is no mean then. Empty without any
    answer.
    """
    if not has_values(frame, "answers") or not numeric(frame["answers"]).sum():
        return nothing(language=language, theme=theme)
    given = dict(zip((int(answer) for answer in frame["answer"]), numbers(frame["answers"]), strict=True))
    counts = {answer: given.get(answer, 0.0) for answer in range(1, 6)}
    colours = PALETTES[theme]
    total = _total(counts.values())
    if total is None:
        summary = language.text("charts.feedback_partly")
    else:
        mean = sum(answer * (count or 0.0) for answer, count in counts.items()) / total
        summary = language.text("charts.feedback_summary", n=round(total), mean=language.number(mean, 1))
    figure = canvas(language.text("charts.feedback_alt", summary=summary), language=language, theme=theme, height=300)
    figure.add_bar(
        x=list(counts),
        y=list(counts.values()),
        marker=bar_marker(colours.accent, colours.surface),
        customdata=[
            language.text(
                "charts.feedback_hover",
                answer=answer,
                number=language.number(count),
                share=language.percent(_share(count, total)),
            )
            for answer, count in counts.items()
        ],
        hovertemplate=HOVER,
        showlegend=False,
    )
    figure.add_scatter(
        mode="text",
        x=list(counts),
        y=[count or 0.0 for count in counts.values()],
        text=[language.number(count) for count in counts.values()],
        textposition="top center",
        hoverinfo="skip",
        cliponaxis=False,
        showlegend=False,
    )
    ends = {end: f"<br>{wrap(language.text(f'charts.answer_{end}'), 12)}" for end in (1, 5)}
    figure.update_layout(
        xaxis={
            "tickmode": "array",
            "tickvals": list(counts),
            "ticktext": [f"{answer}{ends.get(answer, '')}" for answer in counts],
            "tickangle": 0,
            "title": {"text": summary},
        },
        yaxis={"range": [0, max(defined(counts.values())) * 1.15], "visible": False},
    )
    return figure


def _format_traces(
    events: pd.DataFrame, token: str, measure: Measure, biggest: float, *, language: Language, theme: Theme
) -> tuple[go.Scatter, go.Scatter]:
    """The entry of one format in the legend, a mark of its own so that all are of one size, and its points."""
    colours = PALETTES[theme]
    look = {"symbol": FORMAT_SYMBOLS.get(token, "circle-open"), "color": colours.event_format(token)}
    name = safe(ENUMERATIONS["event_format"].label_of(token, language.code))
    entry = go.Scatter(name=name, legendgroup=token, mode="markers", x=[None], y=[None], marker={**look, "size": 12})
    points = go.Scatter(
        name=name,
        legendgroup=token,
        showlegend=False,
        mode="markers",
        x=[day.date().isoformat() for day in events["day"]],
        y=numbers(events["measured"]),
        marker={
            **look,
            "size": [max(guests or 0.0, 0.01) for guests in numbers(events["guests"])],  # Plotly hides a size of 0
            "sizemode": "area",
            "sizeref": 2 * biggest / LARGEST_MARK**2,
            "sizemin": 5,
            "opacity": 0.85,
            "line": {"color": colours.surface, "width": 1},
        },
        customdata=[_event_hover(event, measure, language) for event in events.itertuples(index=False)],
        hovertemplate=HOVER,
        cliponaxis=False,
    )
    return entry, points


def _measure_scale(values: Iterable[float], measure: Measure, language: Language) -> Scale:
    if measure == "satisfaction":
        return Scale(0.8, 5.2, (1, 2, 3, 4, 5), ("1", "2", "3", "4", "5"))
    return scale(values, _UNITS.get(measure, "count"), language, pad=0.05)


def _event_hover(event: Any, measure: Measure, language: Language) -> str:
    """The whole title, the day, the measure and the attendance."""
    unit = _UNITS.get(measure, "count")
    lines = [
        f"<b>{wrap(event.title, _HOVER_WIDTH)}</b>",
        language.date(event.day.date()),
        f"{language.text(f'charts.measure_{measure}')}: <b>{written(event.measured, unit, language)}</b>",
    ]
    if measure != "attended":
        lines.append(f"{language.text('charts.measure_attended')}: {language.number(event.guests)}")
    return "<br>".join(lines)


def _total(parts: Iterable[float | None]) -> float | None:
    """The sum, if no part is missing."""
    values = list(parts)
    return None if None in values else sum(defined(values))


def _share(part: float | None, whole: float | None) -> float | None:
    return part / whole if part is not None and whole else None
