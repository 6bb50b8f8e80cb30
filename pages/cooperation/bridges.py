"""Who stands between others, and the ties on which a whole part hangs."""

import pandas as pd
import streamlit as st

from analytics.charts.cooperation import cooperation as charts
from analytics.charts.cooperation import findings
from analytics.reports import presentable
from pages.parts.chart import chart
from pages.parts.downloads import downloads
from pages.parts.network_data import bridging_ties_on, brokers_on, network
from pages.parts.plain import plain
from pages.parts.visit import Visit

_SHOWN = ["name", "kind", "partners", "betweenness", "joined_groups", "left_out"]


def network_bridges(visit: Visit, *, cumulative: bool) -> None:
    """The brokers on the visitor's day, and the ties that carry alone."""
    found = brokers_on(visit, cumulative=cumulative)[_SHOWN]
    chart(visit, "brokers", found, charts.brokers, findings.brokers, units={"betweenness": "share"})
    _ties(visit, bridging_ties_on(visit, cumulative=cumulative))


def _ties(visit: Visit, found: pd.DataFrame) -> None:
    if found.empty:
        st.markdown(plain(visit.text("cooperation.no_bridging_ties")))
        return
    who = network(visit).organisations.set_index("organisation_id")
    shown = pd.DataFrame(
        {
            "name": found["organisation_id"].map(who["name"]),
            "partner": found["partner_id"].map(who["name"]),
            "hanging": found["smaller"],
            "kind": found["organisation_id"].map(who["kind"]),
            "partner_kind": found["partner_id"].map(who["kind"]),
        }
    )
    title = visit.text("cooperation.bridging_ties", n=len(shown))
    with st.container(border=True, key="bridging_ties"):
        st.subheader(plain(title), anchor=False)
        st.dataframe(presentable(shown, visit.language), hide_index=True, alt=title, key="table_bridging_ties")
        st.caption(plain(visit.text("cooperation.bridging_ties_read")))
        downloads(visit, "bridging_ties", shown, title=title)
