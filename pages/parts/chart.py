"""A chart with all that belongs to it: its finding above, how to read it, its table and downloads beneath."""

from collections.abc import Callable, Mapping
from typing import Protocol

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analytics.charts import Theme, config, describe
from analytics.charts.incomplete import mark_incomplete
from analytics.language import Language
from analytics.reports import presentable
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext

Finding = Callable[[pd.DataFrame, Language], str]


class Drawing(Protocol):
    """A function of :mod:`analytics.charts`."""

    def __call__(self, frame: pd.DataFrame, *, language: Language, theme: Theme) -> go.Figure:
        """The figure of ``frame``."""
        ...


def chart(
    context: PageContext,
    name: str,
    frame: pd.DataFrame,
    draw: Drawing,
    find: Finding,
    *,
    units: Mapping[str, str] | None = None,
) -> None:
    """Show ``frame`` as ``draw`` draws it, under the sentence that ``find`` makes of it.

    ``name`` finds the line on how to read it (texts "charts_read.<name>") and names the files.
    """
    finding = find(frame, context.language)
    figure = draw(frame, **context.look)
    mark_last(context, frame, figure)
    with st.container(border=True, key=f"chart_{name}"):
        st.subheader(escape_markdown(finding), anchor=False)
        st.plotly_chart(figure, theme=None, config=config(context.language), alt=describe(figure), key=f"figure_{name}")
        beneath(context, name, frame, finding, units=units)


def beneath(
    context: PageContext, name: str, table: pd.DataFrame, finding: str, *, units: Mapping[str, str] | None = None
) -> None:
    """What stands beneath every chart: how to read it, its table, its downloads."""
    st.caption(escape_markdown(context.text(f"charts_read.{name}")))
    say_incomplete(context, table)
    if len(table):
        with st.expander(context.text("charts_read.table"), icon=":material/table:"):
            shown = presentable(table, context.language, units)
            st.dataframe(shown, hide_index=True, alt=finding, key=f"table_{name}")
            downloads(context, name, table, title=finding, units=units)


def mark_last(context: PageContext, frame: pd.DataFrame, figure: go.Figure) -> None:
    """Mark the column of the frame's last period where the data ends before it does."""
    if last := context.incomplete(frame):
        mark_incomplete(figure, last.name, **context.look)


def say_incomplete(context: PageContext, table: pd.DataFrame) -> None:
    """Say until which day the table's last period is counted, where the data ends before it does."""
    if last := context.incomplete(table):
        period, until = context.language.period(last.name), context.language.date(context.view.until_day)
        st.caption(escape_markdown(context.text("charts_read.incomplete", period=period, date=until)))
