"""One organisation among its partners."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.canvas import HOVER, canvas, legend_width, nothing
from analytics.charts.kinds import in_order, kind_label
from analytics.charts.labels import cut, wrap
from analytics.charts.palette import PALETTES, Theme, symbol_of, translucent
from analytics.charts.template import SMALL_SIZE
from analytics.language import Language

MOST_NAMES = 32
"""Beyond so many partners their names stand on hover only."""
_HOVER_WIDTH = 38
_NAME = 38
"""Pixels in height for the two lines of a partner's name."""
_PER_RING = 66
_CLEAR = 60
"""Beyond so many lines they fade, so that what lies beneath shows."""


def ego_network(nodes: pd.DataFrame, ties: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """One organisation in the middle, its partners around it, kind by kind, and the ties among them.

    ``nodes`` holds a row per organisation, the one in the middle first: ``organisation_id``, ``name``, ``kind`` (a
    token of organisation_kind) and ``partners`` (how many it has itself: the mark's area); ``ties`` a row per tie:
    ``organisation_id``, ``partner_id``. Up to :data:`MOST_NAMES` partners bear their names. Empty without a partner.
    """
    if len(nodes) < 2:
        return nothing(language=language, theme=theme)
    colours = PALETTES[theme]
    centre, partners = nodes.iloc[0], _in_kinds(nodes.iloc[1:])
    named = len(partners) <= MOST_NAMES
    places = dict(
        zip(partners["organisation_id"], _ellipse(len(partners)) if named else _rings(len(partners)), strict=True)
    )
    among = [
        (one, other)
        for one, other in zip(ties["organisation_id"], ties["partner_id"], strict=True)
        if one in places and other in places
    ]
    alt = language.text(
        "organisations.ego_alt", name=cut(centre["name"], 24), n=len(partners), ties=language.number(len(among))
    )
    figure = canvas(
        alt, language=language, theme=theme, height=max(520, 110 + _NAME * math.ceil(len(partners) / 2) * named)
    )
    spokes = [((0.0, 0.0), place) for place in places.values()]
    figure.add_trace(_lines(spokes, translucent(colours.axis, 0.55 * _clarity(len(spokes))), 1.0))
    chords = [(places[one], places[other]) for one, other in among]
    figure.add_trace(_lines(chords, translucent(colours.accent, 0.5 * _clarity(len(chords))), 1.6))
    most = max(1.0, float(nodes["partners"].max()))
    for kind in in_order([*partners["kind"], centre["kind"]]):
        of_kind = partners[partners["kind"].astype(str) == kind]
        points = [places[organisation] for organisation in of_kind["organisation_id"]]
        figure.add_traces(_kind_traces(of_kind, points, kind, most, len(partners), language=language, theme=theme))
    _centre(figure, centre, language=language, theme=theme)
    reach = 1.12
    side = 106 if named else 16
    figure.update_layout(
        xaxis={"visible": False, "range": [-reach, reach]},
        yaxis={"visible": False, "range": [-reach, reach]},
        margin={"l": side, "r": side, "t": 8, "b": 8},
        showlegend=True,
    )
    legend_width(figure)
    return figure


def _in_kinds(partners: pd.DataFrame) -> pd.DataFrame:
    """The partners kind by kind, in each the best connected first."""
    order = {kind: place for place, kind in enumerate(in_order(partners["kind"]))}
    return (
        partners.assign(_order=[order[str(kind)] for kind in partners["kind"]])
        .sort_values(["_order", "partners", "name"], ascending=[True, False, True], kind="stable")
        .drop(columns="_order")
    )


def _ellipse(count: int) -> list[tuple[float, float]]:
    """Places clockwise on a circle, first down its right side, then up its left one, at equal heights on each side.

    So names beside them never touch, whatever the picture's width.
    """
    right = math.ceil(count / 2)
    heights = [1 - (2 * place + 1) / right for place in range(right)]
    left = count - right
    others = [-1 + (2 * place + 1) / left for place in range(left)]
    return [
        *((math.sqrt(1 - height**2), height) for height in heights),
        *((-math.sqrt(1 - height**2), height) for height in others),
    ]


def _rings(count: int) -> list[tuple[float, float]]:
    """Places clockwise from the top at equal angles, in turn on as many rings as give each mark its room."""
    rings = math.ceil(count / _PER_RING)
    return [
        (radius * math.sin(angle), radius * math.cos(angle))
        for angle, radius in (
            (2 * math.pi * (place + 0.5) / count, 1 - 0.6 * (place % rings) / max(rings, 2)) for place in range(count)
        )
    ]


def _size(partners: float, most: float, crowd: int) -> float:
    """A mark's width in pixels: its area grows with the number of partners; in a crowd all are smaller."""
    smallest, largest = (10, 24) if crowd <= _PER_RING else (7, 15)
    return smallest + (largest - smallest) * math.sqrt(max(partners, 0.0) / most)


def _clarity(lines: int) -> float:
    return math.pow(min(1.0, _CLEAR / max(lines, 1)), 0.6)


def _lines(lines: Sequence[tuple[tuple[float, float], tuple[float, float]]], colour: str, width: float) -> go.Scatter:
    return go.Scatter(
        mode="lines",
        x=[value for one, other in lines for value in (one[0], other[0], None)],
        y=[value for one, other in lines for value in (one[1], other[1], None)],
        line={"color": colour, "width": width},
        hoverinfo="skip",
        showlegend=False,
    )


def _kind_traces(
    partners: pd.DataFrame,
    points: Sequence[tuple[float, float]],
    kind: str,
    most: float,
    crowd: int,
    *,
    language: Language,
    theme: Theme,
) -> tuple[go.Scatter, go.Scatter]:
    """The entry of one kind in the legend, a mark of its own so that all are of one size, and its partners."""
    colours = PALETTES[theme]
    label = kind_label(kind, language)
    named = crowd <= MOST_NAMES
    look = {"symbol": symbol_of(kind), "color": colours.kind(kind)}
    entry = go.Scatter(name=label, legendgroup=kind, mode="markers", x=[None], y=[None], marker={**look, "size": 12})
    marks = go.Scatter(
        name=label,
        legendgroup=kind,
        showlegend=False,
        mode="markers+text" if named else "markers",
        x=[x for x, _ in points],
        y=[y for _, y in points],
        text=[wrap(name, 15, 2) for name in partners["name"]] if named else None,
        textposition=["middle right" if x >= 0 else "middle left" for x, _ in points] if named else None,
        textfont={"size": SMALL_SIZE, "color": colours.text},
        marker={
            **look,
            "opacity": 1,
            "size": [_size(float(partner), most, crowd) for partner in partners["partners"]],
            "line": {
                "color": colours.surface if symbol_of(kind) != "circle-open" else colours.kind(kind),
                "width": 1.5,
            },
        },
        customdata=[
            _hover(name, kind, number, language)
            for name, number in zip(partners["name"], partners["partners"], strict=True)
        ],
        hovertemplate=HOVER,
        cliponaxis=False,
    )
    return entry, marks


def _centre(figure: go.Figure, centre: pd.Series, *, language: Language, theme: Theme) -> None:
    colours = PALETTES[theme]
    kind = str(centre["kind"])
    figure.add_scatter(
        mode="markers",
        x=[0],
        y=[0],
        marker={
            "symbol": symbol_of(kind),
            "color": colours.kind(kind),
            "size": 30,
            "line": {"color": colours.text, "width": 2},
        },
        customdata=[_hover(centre["name"], kind, centre["partners"], language)],
        hovertemplate=HOVER,
        showlegend=False,
    )
    figure.add_annotation(
        text=f"<b>{wrap(centre['name'], 16, 3)}</b>",
        x=0,
        y=0,
        yanchor="top",
        yshift=-20,
        showarrow=False,
        bgcolor=translucent(colours.surface, 0.8),
        font={"size": SMALL_SIZE, "color": colours.text},
    )


def _hover(name: Any, kind: str, partners: Any, language: Language) -> str:
    return "<br>".join(
        [
            f"<b>{wrap(name, _HOVER_WIDTH)}</b>",
            kind_label(kind, language),
            language.text("organisations.partners", n=int(partners)),
        ]
    )
