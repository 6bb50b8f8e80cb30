"""Charts: plain functions from a frame to a Plotly figure, in one look.

``growth``, ``events``, ``kpi`` and ``intake`` hold the charts by subject. Each takes the language and the theme by
keyword, writes every number and period itself (so it reads the same in the browser and in a report), and draws
no title: the finding stands above the chart, in the page's own text.

    figure = growth.organisations_reached(frame, language=Language("de"), theme="light")
    st.plotly_chart(figure, theme=None, config=config(language), alt=describe(figure))
"""

from analytics.charts.axes import Unit
from analytics.charts.canvas import describe
from analytics.charts.palette import PALETTES, PATTERNS, SYMBOLS, Palette, Theme
from analytics.charts.template import CONFIG, config, template

__all__ = [
    "CONFIG",
    "PALETTES",
    "PATTERNS",
    "SYMBOLS",
    "Palette",
    "Theme",
    "Unit",
    "config",
    "describe",
    "template",
]
