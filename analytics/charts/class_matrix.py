"""Counts that are told in classes, as a table of coloured cells: a bar would claim a number that nobody was told."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from analytics.charts.canvas import HOVER, canvas
from analytics.charts.class_shades import shades_of
from analytics.charts.labels import safe, wrap
from analytics.charts.palette import PALETTES, Theme, readable_on
from analytics.language import Language
from analytics.language.language import UNDEFINED
from analytics.model.count_classes import CLASSES, NONE, UNTOLD, label_of

_ROW, _AROUND = 34, 46


@dataclass(frozen=True)
class ClassRow:
    """``name``: what is counted, as people read it. ``tokens``: the class told for each of the columns."""

    name: str
    tokens: tuple[str, ...]


def class_matrix(
    rows: Sequence[ClassRow], columns: Sequence[str], alt: str, *, language: Language, theme: Theme
) -> go.Figure:
    """The rows from top to bottom under the columns' headings; in each cell its class in words, "–" where none is told.

    The darker (in dark surroundings the lighter), the more; the colours are those of all classes up to the highest.
    """
    colours = PALETTES[theme]
    tokens = {token for row in rows for token in row.tokens}
    fillings = {NONE: colours.surface} | shades_of(tokens, theme)
    places = list(range(len(rows)))
    figure = canvas(alt, language=language, theme=theme, height=_ROW * len(rows) + _AROUND)
    figure.add_heatmap(
        x=list(range(len(columns))),
        y=places,
        z=[[None if token == UNTOLD else CLASSES.index(token) for token in row.tokens] for row in rows],
        zmin=0,
        zmax=max(1, len(fillings) - 1),
        xgap=2,
        ygap=2,
        showscale=False,
        colorscale=_steps(list(fillings.values())),
        customdata=[
            [
                f"{wrap(row.name, 38)}, {safe(column)}: <b>{safe(label_of(token, language))}</b>"
                for column, token in zip(columns, row.tokens, strict=True)
            ]
            for row in rows
        ],
        hovertemplate=HOVER,
        hoverongaps=True,
    )
    cells = [(place, column, token) for place, row in enumerate(rows) for column, token in enumerate(row.tokens)]
    figure.add_scatter(
        mode="text",
        x=[column for _, column, _ in cells],
        y=[place for place, _, _ in cells],
        text=[safe(label_of(token, language)) if token else UNDEFINED for _, _, token in cells],
        textfont={
            "color": [
                readable_on(fillings[token]) if token not in (NONE, UNTOLD) else colours.muted for *_, token in cells
            ]
        },
        hoverinfo="skip",
        showlegend=False,
    )
    names = [wrap(row.name, 22, lines=2) for row in rows]
    axis = {"tickmode": "array", "showgrid": False, "zeroline": False, "tickfont": {"color": colours.text}}
    figure.update_layout(
        xaxis={
            **axis,
            "tickvals": list(range(len(columns))),
            "ticktext": [safe(name) for name in columns],
            "side": "top",
        },
        yaxis={**axis, "tickvals": places, "ticktext": names, "range": [len(rows) - 0.5, -0.5]},
    )
    return figure


def _steps(colours: Sequence[str]) -> list[list[object]]:
    """A colour scale on which every whole number has a colour of its own."""
    if len(colours) == 1:
        colours = [*colours, *colours]
    return [[place / (len(colours) - 1), colour] for place, colour in enumerate(colours)]
