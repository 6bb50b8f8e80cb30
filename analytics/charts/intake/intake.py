"""What data there is and how complete it is."""

import pandas as pd
import plotly.graph_objects as go

from analytics.charts.axes import defined, numbers
from analytics.charts.bars import Row, horizontal
from analytics.charts.canvas import nothing
from analytics.charts.labels import wrap
from analytics.charts.palette import Theme
from analytics.language import Language


def completeness(frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
    """Bars under a heading per table: the share of rows in which each column is filled, out of 100 %.

    The frame holds a row per column: ``table`` and ``column`` (labels as people read them), ``filled`` (0 to 1, or
    missing where there is no row to fill) and ``rows`` (of the table). Tables and columns keep the frame's order.
    Empty without a row.
    """
    if frame.empty:
        return nothing(language=language, theme=theme)
    rows: list[Row] = []
    for table in frame["table"].unique():
        part = frame[frame["table"] == table]
        sizes = numbers(part["rows"])
        size = max(defined(sizes), default=None)
        count = language.text("charts.rows", n=round(size)) if size is not None else ""
        rows.append(Row(label=wrap(table, 22, lines=2), value=None, number=count, hover="", is_heading=True))
        rows += [
            Row(
                label=wrap(column, 22, lines=2),
                value=share,
                number=language.percent(share, 0),
                hover=language.text(
                    "charts.completeness_hover",
                    column=wrap(column, 38),
                    share=language.percent(share),
                    rows=language.number(size),
                ),
            )
            for column, share, size in zip(part["column"], numbers(part["filled"]), sizes, strict=True)
        ]
    known = defined(numbers(frame["filled"]))
    alt = language.text(
        "charts.completeness_alt",
        n=len(frame),
        lowest=language.percent(min(known, default=None), 0),
        highest=language.percent(max(known, default=None), 0),
    )
    return horizontal(rows, alt, language=language, theme=theme, top=1.0, row_height=32)
