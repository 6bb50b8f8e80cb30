"""Who works with whom, by kind: how many ties there are, beside how many chance would give."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import numeric, written
from analytics.charts.canvas import HOVER, canvas, nothing
from analytics.charts.kinds import in_order, kind_label
from analytics.charts.palette import PALETTES, Palette, Theme, readable_on, shade, translucent
from analytics.charts.template import SMALL_SIZE
from analytics.language import Language

FEW = 5
"""With fewer expected ties than these a ratio says little; its cell has no colour."""

DIVERGING: Mapping[Theme, tuple[str, ...]] = {
    "light": ("#B35806", "#F1B469", "#F0F1F4", "#9DB4E0", "#2F4F9E"),
    "dark": ("#F0A04B", "#8A5A22", "#2A313D", "#4A64A3", "#A9C0F8"),
}
"""From much rarer than by chance to much more often: orange and blue, which every eye tells apart."""

_ROW, _AROUND = 48, 150


@dataclass(frozen=True)
class _Cell:
    """A pair of kinds, by their places in the order of kinds."""

    row: int
    column: int
    ties: float
    expected: float

    @property
    def is_judged(self) -> bool:
        return self.expected >= FEW

    @property
    def place(self) -> float:
        """Where the ratio lies from a quarter of what chance gives (0) over chance (0.5) to four times it (1)."""
        if self.ties <= 0:
            return 0.0
        return min(max((math.log2(self.ties / self.expected) + 2) / 4, 0.0), 1.0)

    def text(self, language: Language) -> str:
        """The number of ties and, where it can be judged, the ratio beneath."""
        if not self.is_judged:
            return f"({language.number(self.ties)})"
        return f"<b>{language.number(self.ties)}</b><br>{language.number(self.ties / self.expected, 1)}×"

    def hover(self, names: Sequence[str], language: Language) -> str:
        """Both kinds, the ties, and what chance would give."""
        counts = language.text(
            "cooperation.mixing_hover", n=round(self.ties), expected=written(self.expected, "mean", language)
        )
        few = "" if self.is_judged else f"<br>{language.text('cooperation.mixing_few')}"
        return f"<b>{names[self.row]} – {names[self.column]}</b><br>{counts}{few}"


def mixing_matrix(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """A triangle of cells, kind by kind: the number of ties, and how many times what random mixing would give.

    The frame holds a row per pair of kinds: ``kind``, ``partner_kind``, ``ties`` and ``expected`` (ties under random
    mixing). A cell is coloured by the ratio of the two, unless fewer than :data:`FEW` are expected: then its number
    stands in brackets. Empty without a tie.
    """
    if frame.empty or not numeric(frame["ties"]).sum():
        return nothing(language=language, theme=theme)
    kinds = in_order([*frame["kind"], *frame["partner_kind"]])
    names = [kind_label(kind, language) for kind in kinds]
    cells = _cells(frame, kinds)
    colours, diverging = PALETTES[theme], DIVERGING[theme]
    alt = language.text("cooperation.mixing_alt", kinds=len(kinds), n=int(numeric(frame["ties"]).sum()))
    figure = canvas(alt, language=language, theme=theme, height=_ROW * len(kinds) + _AROUND)
    last = len(diverging) - 1
    steps = [[place / last, colour] for place, colour in enumerate(diverging)]
    judged = [cell for cell in cells if cell.is_judged]
    _draw(figure, judged, names, language, colorscale=steps, showscale=bool(judged), colorbar=_scale(language, colours))
    bare = [[place, translucent(colours.grid, 0.5)] for place in (0, 1)]
    _draw(figure, [cell for cell in cells if not cell.is_judged], names, language, colorscale=bare, showscale=False)
    figure.add_scatter(
        mode="text",
        x=[cell.column for cell in cells],
        y=[cell.row for cell in cells],
        text=[cell.text(language) for cell in cells],
        textfont={
            "color": [readable_on(shade(diverging, cell.place)) if cell.is_judged else colours.muted for cell in cells],
            "size": 12,
        },
        hoverinfo="skip",
        showlegend=False,
    )
    axis = {
        "tickmode": "array",
        "tickvals": list(range(len(kinds))),
        "ticktext": names,
        "tickfont": {"color": colours.text},
    }
    figure.update_layout(
        xaxis={**axis, "range": [-0.5, max(len(kinds), 4) - 0.5], "tickangle": -45},
        yaxis={**axis, "range": [len(kinds) - 0.5, -0.5]},
        margin={"t": 66},
    )
    return figure


def _cells(frame: pd.DataFrame, kinds: list[str]) -> list[_Cell]:
    """A cell per pair, the later of its kinds as the row."""
    cells = []
    for row in frame.to_dict("records"):
        one, other = sorted((kinds.index(str(row["kind"])), kinds.index(str(row["partner_kind"]))))
        cells.append(_Cell(other, one, float(row["ties"]), float(row["expected"])))
    return cells


def _draw(figure: go.Figure, cells: list[_Cell], names: list[str], language: Language, **settings: Any) -> None:
    """The cells' colours; where there is no cell, there is nothing."""
    size = range(len(names))
    known = {(cell.row, cell.column): cell for cell in cells}
    figure.add_heatmap(
        x=list(size),
        y=list(size),
        z=[[known[row, column].place if (row, column) in known else None for column in size] for row in size],
        zmin=0,
        zmax=1,
        xgap=3,
        ygap=3,
        customdata=[
            [known[row, column].hover(names, language) if (row, column) in known else "" for column in size]
            for row in size
        ],
        hovertemplate=HOVER,
        hoverongaps=False,
        **settings,
    )


def _scale(language: Language, colours: Palette) -> dict[str, Any]:
    """What the colours mean, lying above the cells."""
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "xref": "container",
        "y": 1,
        "yref": "container",
        "yanchor": "top",
        "len": 250,
        "lenmode": "pixels",
        "thickness": 12,
        "outlinewidth": 0,
        "ticklabelposition": "outside bottom",
        "ticklabeloverflow": "allow",
        "tickvals": [0.08, 0.5, 0.92],
        "ticktext": [language.text(f"cooperation.mixing_{name}") for name in ("rarer", "chance", "oftener")],
        "tickfont": {"color": colours.muted, "size": SMALL_SIZE - 1},
        "ticks": "",
    }
