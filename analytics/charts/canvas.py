"""What every chart begins with: an empty figure in the right look, its alt text, and a few shared strokes."""

import html
import re
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from analytics.charts.labels import wrap
from analytics.charts.palette import PALETTES, Theme, translucent
from analytics.charts.template import SMALL_SIZE, separators, template
from analytics.language import Language

HEIGHT = 360
HOVER = "%{customdata}<extra></extra>"
"""Hover texts are written in full beforehand: data inside a template could pass for one of its places."""
LINE_HEIGHT = 17


def canvas(alt: str, *, language: Language, theme: Theme, height: int = HEIGHT) -> go.Figure:
    """An empty figure of ``height`` pixels, as wide as its place, that knows its alt text."""
    return go.Figure(
        layout={
            "template": template(theme),
            "separators": separators(language),
            "height": height,
            "meta": {"alt": alt},
        }
    )


def describe(figure: go.Figure) -> str:
    """The figure's alt text: what is drawn and its main values, in about 80 characters; "" if it has none.

    Details stand in the table beneath the chart.
    """
    return str((figure.layout.meta or {}).get("alt", ""))


def nothing(*, language: Language, theme: Theme, height: int = 200) -> go.Figure:
    """The figure for a frame without anything to draw: one kind sentence, no axes."""
    sentence = language.text("charts.nothing")
    figure = canvas(sentence, language=language, theme=theme, height=height)
    figure.update_layout(xaxis={"visible": False}, yaxis={"visible": False})
    figure.add_annotation(
        text=wrap(sentence, 42),
        x=0.5,
        y=0.5,
        xref="paper",
        yref="paper",
        showarrow=False,
        font={"color": PALETTES[theme].muted},
    )
    return figure


def value_note(figure: go.Figure, text: str) -> None:
    """Write ``text``, the unit of the value axis, lying above it: easier to read than a title set on end."""
    lines = wrap(text, 54)
    # Plotly's own automargin throws a title of two lines out of the picture.
    figure.update_layout(title_text=lines, margin={"t": 20 + LINE_HEIGHT * (1 + lines.count("<br>"))})


def end_labels(figure: go.Figure, labels: Sequence[tuple[float, str, str]], low: float, high: float) -> None:
    """Write each line's name and last value at its end, beside the plot, instead of a legend.

    ``labels`` hold the last value, the text (lines parted by ``<br>``) and its colour; ``low`` and ``high`` are
    the ends of the value axis. Labels that would touch are pushed apart, but stay beside the plot; of equal
    values the first given stands on top.
    """
    ordered = sorted(labels, key=lambda label: label[0], reverse=True)[::-1]
    per_pixel = ((high - low) or 1) / ((figure.layout.height or HEIGHT) - 90)
    sizes = [LINE_HEIGHT * (1 + text.count("<br>")) * per_pixel for _, text, _ in ordered]
    for place, (_, text, colour) in zip(_apart([value for value, _, _ in ordered], sizes, high), ordered, strict=True):
        figure.add_annotation(
            name="end_label",
            text=text,
            x=1,
            xref="paper",
            xanchor="left",
            xshift=4,
            y=place,
            yref="y",
            yanchor="middle",
            align="left",
            showarrow=False,
            font={"size": SMALL_SIZE, "color": colour},
        )
    longest = max((len(line) for _, text, _ in labels for line in re.sub("</?b>", "", text).split("<br>")), default=0)
    figure.update_layout(margin={"r": 16 + round(6.6 * longest)})


def legend_width(figure: go.Figure) -> None:
    """Give the legend's entries room for the longest of them, so that they stand in columns."""
    longest = max((len(html.unescape(trace.name or "")) for trace in figure.data), default=0)
    figure.update_layout(legend={"entrywidth": 4 + round(6 * longest)})


def _apart(centres: Sequence[float], sizes: Sequence[float], high: float) -> list[float]:
    """The ascending ``centres`` moved as little as needed for intervals of these sizes not to overlap."""
    placed: list[float] = []
    for centre, size in zip(centres, sizes, strict=True):
        lowest = placed[-1] + (sizes[len(placed) - 1] + size) / 2 if placed else centre
        placed.append(max(centre, lowest))
    moved = sum(new - old for new, old in zip(placed, centres, strict=True)) / max(len(placed), 1)
    above = max(0.0, placed[-1] - moved - high) if placed else 0.0
    return [place - moved - above for place in placed]


def bar_marker(colour: str, surface: str, pattern: str = "", *, is_open: bool = False) -> dict[str, Any]:
    """A bar's filling: ``colour`` with ``pattern`` in the surface's colour, parted from its neighbours by a gap.

    ``is_open`` draws the outline only, over a breath of the colour.
    """
    if is_open:
        return {"color": translucent(colour, 0.15), "line": {"color": colour, "width": 1}}
    marker: dict[str, Any] = {"color": colour, "line": {"color": surface, "width": 1}}
    if pattern:
        marker["pattern"] = {
            "shape": pattern,
            "fillmode": "replace",
            "bgcolor": colour,
            "fgcolor": surface,
            "fgopacity": 0.65,
            "size": 7,
            "solidity": 0.25,
        }
    return marker
