"""Who works with whom across the districts' borders: the flows on the map, and the strongest of them by rank."""

import pandas as pd
import streamlit as st

from analytics.charts import config, describe
from analytics.charts.region import findings as region_findings
from analytics.charts.region import ties as region_ties
from analytics.model.count_classes import CLASS
from analytics.warehouse.outlines import SOURCE
from pages.parts.chart import beneath
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.region.choice import RegionChoice
from pages.region.data import measured, shapes, ties


def district_ties(context: PageContext, choice: RegionChoice) -> None:
    """The ties within the area on the visitor's day."""
    districts = choice.of(measured(context, "cooperations"))
    every = ties(context)
    inside = set(districts["district"])
    is_inside = every["district"].isin(inside) & every["partner_district"].isin(inside)
    within = every[is_inside].reset_index(drop=True)
    finding = region_findings.ties(within, context.language)
    left, right = st.columns([3, 2])
    with left:
        _map(context, within, districts, finding)
    with right:
        _ranking(context, within, finding)
        if context.view.is_masked:  # classes do not add up
            st.caption(escape_markdown(context.text("classes.parts")))
        else:
            _outside(context, every[~is_inside])


def _map(context: PageContext, within: pd.DataFrame, districts: pd.DataFrame, finding: str) -> None:
    opened = st.session_state.get("district")
    figure = region_ties.ties_map(within, districts, shapes=shapes(), chosen=opened, **context.look)
    with st.container(border=True, key="chart_ties_map"):
        st.subheader(escape_markdown(finding), anchor=False)
        st.plotly_chart(
            figure, theme=None, height="stretch", config=config(context.language), alt=describe(figure), key="ties_map"
        )
        st.caption(escape_markdown(context.text("charts_read.ties_map")))
        st.caption(SOURCE)


def _ranking(context: PageContext, within: pd.DataFrame, finding: str) -> None:
    figure = region_ties.ties_ranking(within, **context.look)
    with st.container(border=True, key="chart_ties_ranking"):
        st.subheader(escape_markdown(context.text("region.ties_strongest")), anchor=False)
        st.plotly_chart(
            figure, theme=None, config=config(context.language), alt=describe(figure), key="figure_ties_ranking"
        )
        beneath(context, "ties_ranking", table_of(within), finding)


def table_of(ties: pd.DataFrame) -> pd.DataFrame:
    """The pairs by rank as they are read: both districts by name."""
    if f"ties{CLASS}" in ties:
        ranked = region_ties.pairs_by_class(ties)
    else:
        ranked = ties.sort_values(["ties", "name", "partner_name"], ascending=[False, True, True])
    shown = ranked.assign(district=ranked["name"], partner_district=ranked["partner_name"])
    return shown.drop(columns=["pair", "name", "partner_name"]).reset_index(drop=True)


def _outside(context: PageContext, others: pd.DataFrame) -> None:
    """How many ties lead out of the area or lie outside it."""
    if len(others):
        st.caption(escape_markdown(context.text("region.ties_outside", n=int(others["ties"].sum()))))
