"""One organisation along time: events, consultations, and cooperations with their stages."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import date_axis
from analytics.charts.canvas import HOVER, bar_marker, canvas, nothing
from analytics.charts.labels import cut, safe, wrap
from analytics.charts.palette import FORMAT_SYMBOLS, PALETTES, Palette, Theme
from analytics.charts.template import SMALL_SIZE
from analytics.language import Language
from analytics.model import ENUMERATIONS

STAGES = ENUMERATIONS["stage"].tokens
_HEADING, _MARKS, _ROW = 26, 40, 34
"""Pixels of a lane's heading, of a lane of marks, and of a cooperation's row."""
_THICKNESS = {"1": 6, "2": 8, "3": 11, "4": 13, "5": 15}
_HOVER_WIDTH = 38
_LEGEND_LETTERS = 14
_TITLE_LENGTH = 46
_LETTER, _NARROW = 6.2, 290
"""Pixels across a letter of a title, and across the lanes on a phone."""
_LEVELS = (0.0, -9.0, 9.0)


def organisation_timeline(frame: pd.DataFrame, *, day: date, language: Language, theme: Theme) -> go.Figure:
    """Lanes along time: a mark per event attended and consultation, and a row per cooperation with its stages as bars.

    The frame holds a row per event, consultation and stage of a cooperation: ``cooperation_id``, ``title``,
    ``format`` (known for events only), ``consultation_kind``, ``stage`` (known for cooperations only), ``since`` and,
    for a stage, ``until``. The axis reaches to ``day``. A stage has colour, hatching and thickness of its own. Empty
    without a row that has a day.
    """
    dated = frame.dropna(subset=["since"]) if len(frame) else frame
    if dated.empty:
        return nothing(language=language, theme=theme)
    drawn = dated.assign(since=pd.to_datetime(dated["since"]), until=pd.to_datetime(dated["until"]))
    events = drawn[drawn["format"].notna()]
    stages = drawn[drawn["stage"].notna()]
    consultations = drawn[drawn["format"].isna() & drawn["stage"].isna()]
    names = list(dict.fromkeys(stages.sort_values("since", kind="stable")["cooperation_id"]))
    last = max(pd.Timestamp(day), drawn["since"].max())
    lanes = _Lanes(bool(len(events)), bool(len(consultations)), len(names))
    alt = language.text(
        "organisations.timeline_alt",
        events=language.number(len(events)),
        consultations=language.number(len(consultations)),
        cooperations=language.number(len(names)),
    )
    figure = canvas(alt, language=language, theme=theme, height=lanes.height + 60)
    first = drawn["since"].min()
    _mark_events(figure, events, lanes, first, last, language=language, theme=theme)
    _mark_consultations(figure, consultations, lanes, language=language, theme=theme)
    _draw_stages(figure, stages, names, lanes, first, last, language=language, theme=theme)
    figure.update_layout(
        barmode="overlay",
        height=lanes.height + 60 + 20 * math.ceil(len(figure.data) / 2),
        xaxis={**date_axis(first.date(), last.date(), language), "showgrid": True},
        yaxis={"range": [lanes.height, 0], "visible": False},
        showlegend=True,
    )
    _headings(figure, lanes, language=language, theme=theme)
    _titles(figure, stages, names, lanes, theme=theme)
    figure.update_layout(legend={"entrywidth": 6 + round(6 * _LEGEND_LETTERS)})
    return figure


@dataclass(frozen=True)
class _Lanes:
    """Where the lanes stand, in pixels from the top."""

    events: bool
    consultations: bool
    cooperations: int

    @property
    def event_lane(self) -> float:
        return _HEADING + _MARKS / 2

    @property
    def consultation_heading(self) -> float:
        return (_HEADING + _MARKS) * self.events

    @property
    def consultation_lane(self) -> float:
        return self.consultation_heading + _HEADING + _MARKS / 2

    @property
    def cooperation_heading(self) -> float:
        return self.consultation_heading + (_HEADING + _MARKS) * self.consultations

    def row(self, place: int) -> float:
        """The middle of the bar in the row of the cooperation at ``place``."""
        return self.cooperation_heading + _HEADING + place * _ROW + 0.74 * _ROW

    @property
    def height(self) -> int:
        cooperations = _HEADING + self.cooperations * _ROW if self.cooperations else 0
        return int(self.cooperation_heading + cooperations + 10)


def _mark_events(
    figure: go.Figure,
    events: pd.DataFrame,
    lanes: _Lanes,
    first: pd.Timestamp,
    last: pd.Timestamp,
    *,
    language: Language,
    theme: Theme,
) -> None:
    colours = PALETTES[theme]
    enumeration = ENUMERATIONS["event_format"]
    ordered = events.sort_values("since", kind="stable")
    heights = _staggered(ordered["since"], (last - first) / 60)
    placed = ordered.assign(height=[lanes.event_lane + height for height in heights])
    tokens = [*(token for token in enumeration.tokens if token in set(events["format"])),
              *sorted({str(token) for token in events["format"]} - set(enumeration.tokens))]  # fmt: skip
    for token in tokens:
        of_format = placed[placed["format"].astype(str) == token]
        label = safe(enumeration.label_of(token, language.code))
        figure.add_scatter(
            name=wrap(enumeration.label_of(token, language.code), _LEGEND_LETTERS, 2),
            mode="markers",
            x=_days(of_format["since"]),
            y=list(of_format["height"]),
            marker={
                "symbol": FORMAT_SYMBOLS.get(token, "circle-open"),
                "color": colours.event_format(token),
                "size": 12,
                "line": {"color": colours.surface, "width": 1},
            },
            customdata=[
                f"<b>{wrap(title, _HOVER_WIDTH)}</b><br>{label}, {language.date(since.date())}"
                for title, since in zip(of_format["title"], of_format["since"], strict=True)
            ],
            hovertemplate=HOVER,
            cliponaxis=False,
        )


def _mark_consultations(
    figure: go.Figure, consultations: pd.DataFrame, lanes: _Lanes, *, language: Language, theme: Theme
) -> None:
    if consultations.empty:
        return
    colours = PALETTES[theme]
    enumeration = ENUMERATIONS["consultation_kind"]
    figure.add_scatter(
        name=language.text("organisations.consultation"),
        mode="markers",
        x=_days(consultations["since"]),
        y=[lanes.consultation_lane] * len(consultations),
        marker={
            "symbol": "hexagon2",
            "color": colours.second,
            "size": 13,
            "line": {"color": colours.surface, "width": 1},
        },
        customdata=[
            f"<b>{_consultation(kind, enumeration, language)}</b><br>{language.date(since.date())}"
            for kind, since in zip(consultations["consultation_kind"], consultations["since"], strict=True)
        ],
        hovertemplate=HOVER,
        cliponaxis=False,
    )


def _consultation(kind: Any, enumeration: Any, language: Language) -> str:
    if pd.isna(kind):
        return language.text("organisations.consultation")
    return safe(enumeration.label_of(str(kind), language.code))


def _draw_stages(
    figure: go.Figure,
    stages: pd.DataFrame,
    names: Sequence[str],
    lanes: _Lanes,
    first: pd.Timestamp,
    last: pd.Timestamp,
    *,
    language: Language,
    theme: Theme,
) -> None:
    rows = {name: lanes.row(place) for place, name in enumerate(names)}
    for stage in STAGES:
        of_stage = stages[stages["stage"].astype(str) == stage]
        if of_stage.empty:
            continue
        label = safe(ENUMERATIONS["stage"].label_of(stage, language.code))
        until = of_stage["until"].fillna(of_stage["since"])
        shortest = (last - first) / 200
        lengths = [max(end - since, shortest) for since, end in zip(of_stage["since"], until, strict=True)]
        figure.add_bar(
            name=wrap(label, _LEGEND_LETTERS),
            orientation="h",
            base=_days(of_stage["since"]),
            x=[length / pd.Timedelta(milliseconds=1) for length in lengths],
            y=[rows[name] for name in of_stage["cooperation_id"]],
            width=_THICKNESS[stage],
            marker=_stage_marker(stage, PALETTES[theme]),
            customdata=[
                f"<b>{wrap(title, _HOVER_WIDTH)}</b><br>{label}: {_span(since, end, language)}"
                for title, since, end in zip(of_stage["title"], of_stage["since"], until, strict=True)
            ],
            hovertemplate=HOVER,
        )


def _stage_marker(stage: str, colours: Palette) -> dict[str, Any]:
    """From an outline to the deepest colour."""
    if stage == "1":
        return bar_marker(colours.sequential[2], colours.surface, is_open=True)
    shades = {"2": 2, "3": 2, "4": 3, "5": 4}
    marker = bar_marker(colours.sequential[shades[stage]], colours.surface, "/" if stage == "2" else "")
    return {**marker, "line": {"width": 0}}


def _span(since: pd.Timestamp, until: pd.Timestamp, language: Language) -> str:
    return f"{language.date(since.date())} – {language.date(until.date())}"


def _headings(figure: go.Figure, lanes: _Lanes, *, language: Language, theme: Theme) -> None:
    shown = {
        "organisations.lane_events": (0.0, lanes.events),
        "organisations.lane_consultations": (lanes.consultation_heading, lanes.consultations),
        "organisations.lane_cooperations": (lanes.cooperation_heading, lanes.cooperations),
    }
    for key, (top, is_shown) in shown.items():
        if is_shown:
            figure.add_annotation(
                text=f"<b>{language.text(key)}</b>",
                x=0,
                xref="paper",
                xanchor="left",
                y=top,
                yanchor="top",
                showarrow=False,
                font={"size": SMALL_SIZE, "color": PALETTES[theme].muted},
            )


def _titles(figure: go.Figure, stages: pd.DataFrame, names: Sequence[str], lanes: _Lanes, *, theme: Theme) -> None:
    """Each cooperation's title over its bar, from the bar's beginning, or as far before it as a phone demands."""
    first, last = (pd.Timestamp(end) for end in figure.layout.xaxis.range)
    for place, name in enumerate(names):
        row = stages[stages["cooperation_id"] == name]
        starts = row["since"].min()
        title = cut(row["title"].iloc[0], _TITLE_LENGTH)
        beyond = (starts - first) / (last - first) * _NARROW + len(title) * _LETTER - _NARROW
        figure.add_annotation(
            text=safe(title),
            x=starts.isoformat(),
            xanchor="left",
            xshift=-max(0.0, beyond),
            y=lanes.row(place) - 0.5 * _ROW,
            yanchor="middle",
            showarrow=False,
            borderpad=0,
            font={"size": SMALL_SIZE, "color": PALETTES[theme].text},
        )


def _staggered(days: Iterable[pd.Timestamp], near: pd.Timedelta) -> list[float]:
    """Heights for marks at ascending ``days``, so that those nearer than ``near`` do not lie on one another."""
    heights: list[float] = []
    before, level = None, 0
    for day in days:
        level = (level + 1) % len(_LEVELS) if before is not None and day - before < near else 0
        heights.append(_LEVELS[level])
        before = day
    return heights


def _days(days: Iterable[pd.Timestamp]) -> list[str]:
    return [day.date().isoformat() for day in days]
