"""Who stands between others, and the ties on which a whole part hangs."""

import pandas as pd
import streamlit as st

from analytics.charts.cooperation import cooperation as charts
from analytics.charts.cooperation import findings
from analytics.reports import presentable
from pages.parts.chart import chart
from pages.parts.downloads import downloads
from pages.parts.escape_markdown import escape_markdown
from pages.parts.network_data import bridging_ties_on, brokers_on, estimates, network
from pages.parts.page_context import PageContext

_SHOWN = ["name", "kind", "partners", "betweenness", "joined_groups", "left_out"]


def network_bridges(context: PageContext, *, cumulative: bool) -> None:
    """The brokers on the visitor's day, and the ties that carry alone."""
    found = brokers_on(context, cumulative=cumulative)[_SHOWN]
    chart(context, "brokers", found, charts.brokers, findings.brokers, units={"betweenness": "share"})
    for sentence in estimates(context, ("betweenness", "groups"), cumulative=cumulative):
        st.caption(escape_markdown(sentence))
    _ties(context, bridging_ties_on(context, cumulative=cumulative))


def _ties(context: PageContext, found: pd.DataFrame) -> None:
    if found.empty:
        st.markdown(escape_markdown(context.text("cooperation.no_bridging_ties")))
        return
    who = network(context).organisations.set_index("organisation_id")
    shown = pd.DataFrame(
        {
            "name": found["organisation_id"].map(who["name"]),
            "partner": found["partner_id"].map(who["name"]),
            "hanging": found["smaller"],
            "kind": found["organisation_id"].map(who["kind"]),
            "partner_kind": found["partner_id"].map(who["kind"]),
        }
    )
    title = context.text("cooperation.bridging_ties", n=len(shown))
    with st.container(border=True, key="bridging_ties"):
        st.subheader(escape_markdown(title), anchor=False)
        st.dataframe(presentable(shown, context.language), hide_index=True, alt=title, key="table_bridging_ties")
        st.caption(escape_markdown(context.text("cooperation.bridging_ties_read")))
        downloads(context, "bridging_ties", shown, title=title)
