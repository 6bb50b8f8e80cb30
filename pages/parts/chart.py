"""A chart with all that belongs to it: its finding above, how to read it, its table and downloads beneath."""

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analytics.charts import config, describe
from analytics.reports import presentable
from pages.parts.downloads import downloads
from pages.parts.plain import plain
from pages.parts.visit import Visit


def chart(
    visit: Visit,
    name: str,
    finding: str,
    figure: go.Figure,
    table: pd.DataFrame,
    *,
    units: Mapping[str, str] | None = None,
) -> None:
    """Show ``figure``. ``name`` finds the line on how to read it (texts "charts_read.<name>") and names the files."""
    with st.container(border=True, key=f"chart_{name}"):
        st.markdown(f"### {plain(finding)}")
        st.plotly_chart(figure, theme=None, config=config(visit.language), alt=describe(figure), key=f"figure_{name}")
        st.caption(plain(visit.text(f"charts_read.{name}")))
        if len(table):
            with st.expander(visit.text("charts_read.table"), icon=":material/table:"):
                st.dataframe(
                    presentable(table, visit.language, units), hide_index=True, alt=plain(finding), key=f"table_{name}"
                )
                downloads(visit, name, table, title=finding, units=units)
