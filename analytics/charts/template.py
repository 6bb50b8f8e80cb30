"""The one look of all charts: a Plotly template per theme, and the settings of the mode bar."""

from typing import Any

import plotly.graph_objects as go

from analytics.charts.palette import PALETTES, Theme
from analytics.language import Language

FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", sans-serif'
"""Streamlit serves its own copy under the first name, so that no font is fetched from elsewhere.

The quotes are needed: an unquoted name may not hold a word that begins with a digit, and browsers drop the lot.
"""

TEXT_SIZE = 14
SMALL_SIZE = 13

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "displayModeBar": "hover",
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "png", "scale": 2},
    "doubleClick": False,
    "showTips": False,
    "scrollZoom": False,
    "responsive": True,
}
"""The same in every language; pages take :func:`config`."""

_LOCALES: dict[str, Any] = {
    "de": {
        "dictionary": {
            "Download plot as a PNG": "Als Bild speichern",
            "Download plot": "Als Bild speichern",
            "Taking snapshot - this may take a few seconds": "Das Bild wird erzeugt",
            "Snapshot succeeded": "Bild gespeichert",
            "Sorry, there was a problem downloading your snapshot!": "Das Bild ließ sich leider nicht speichern.",
        },
        "format": {"decimal": ",", "thousands": "."},
    },
    "en": {
        "dictionary": {"Download plot as a PNG": "Save as an image", "Download plot": "Save as an image"},
        "format": {"decimal": ".", "thousands": ","},
    },
}


def config(language: Language) -> dict[str, Any]:
    """What ``st.plotly_chart(config=...)`` takes: no logo, one button, its label in ``language``."""
    return {**CONFIG, "locale": language.code, "locales": _LOCALES}


def separators(language: Language) -> str:
    """Decimal mark and thousands mark, as Plotly's ``layout.separators`` wants them."""
    return ",." if language.code == "de" else ".,"


def template(theme: Theme) -> go.layout.Template:
    """The template of ``theme``: transparent, quiet, readable, and the same on a phone.

    Axes cannot be dragged or zoomed, so that a finger on a chart scrolls the page and every reader sees the
    same picture.
    """
    colours = PALETTES[theme]
    axis = {
        "automargin": True,
        "fixedrange": True,
        "showgrid": False,
        "gridcolor": colours.grid,
        "zeroline": False,
        "zerolinecolor": colours.axis,
        "zerolinewidth": 1,
        "linecolor": colours.axis,
        "spikecolor": colours.axis,
        # Plotly paints a white rim 2 px wider beneath the line; so it has none, and the line its least width.
        "spikethickness": -2,
        "spikedash": "solid",
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": "rgba(0,0,0,0)",
        "tickfont": {"size": SMALL_SIZE, "color": colours.muted},
        "title": {"font": {"size": SMALL_SIZE, "color": colours.muted}, "standoff": 10},
    }
    last = len(colours.sequential) - 1
    return go.layout.Template(
        layout={
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT, "size": TEXT_SIZE, "color": colours.text},
            "title": {
                "x": 0,
                "xref": "container",
                "xanchor": "left",
                "y": 1,
                "yref": "container",
                "yanchor": "top",
                "font": {"size": SMALL_SIZE, "color": colours.muted},
                "pad": {"t": 4},
            },
            "colorway": list(colours.kinds.values()),
            "colorscale": {"sequential": [[place / last, c] for place, c in enumerate(colours.sequential)]},
            "margin": {"l": 4, "r": 8, "t": 8, "b": 4},
            "xaxis": axis,
            "yaxis": axis,
            "legend": {
                "orientation": "h",
                "x": 0,
                "xanchor": "left",
                "xref": "container",
                "y": 0,
                "yanchor": "bottom",
                "yref": "container",
                "font": {"size": SMALL_SIZE, "color": colours.text},
                "itemsizing": "constant",
                "itemclick": False,
                "itemdoubleclick": False,
                "traceorder": "normal",
                "bgcolor": "rgba(0,0,0,0)",
            },
            "hoverlabel": {
                "align": "left",
                "bgcolor": colours.surface,
                "bordercolor": colours.axis,
                "font": {"family": FONT, "size": TEXT_SIZE, "color": colours.text},
            },
            "modebar": {
                "bgcolor": "rgba(0,0,0,0)",
                "color": colours.axis,
                "activecolor": colours.accent,
            },
            "hovermode": "closest",
            "dragmode": False,
            "bargap": 0.3,
            "uniformtext": {"mode": False},
        }
    )
