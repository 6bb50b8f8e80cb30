"""One organisation's network: its partners drawn around it, and its way to any other."""

from functools import partial

import streamlit as st

from analytics.charts.organisations import findings
from analytics.charts.organisations.ego_network import ego_network
from analytics.network import DayGraph
from analytics.network.surroundings import around, way
from pages.parts.chart import chart
from pages.parts.network_data import network
from pages.parts.plain import plain
from pages.parts.visit import Visit


def organisation_network(visit: Visit, organisation_id: str, names: dict[str, str]) -> None:
    """The network on the chosen period's last day, ``names`` being those, by id, to which a way can be asked for."""
    st.header(visit.text("organisations.network_title", day=visit.language.date(visit.day)), anchor=False)
    with st.spinner(visit.text("organisations.loading")):
        graph = network(visit).on(visit.period.ends_on)
    nodes, ties = around(graph, organisation_id)
    if len(nodes) < 2:
        st.info(visit.text("organisations.no_partners"), icon=":material/hub:")
        return
    chart(visit, "ego_network", nodes, partial(ego_network, ties=ties), partial(findings.ego_network, ties=ties))
    _way(visit, graph, organisation_id, names)


def _way(visit: Visit, graph: DayGraph, organisation_id: str, names: dict[str, str]) -> None:
    """A box with all others, and the shortest way to the chosen one in words."""
    other = st.selectbox(
        visit.text("organisations.way_to"),
        [found for found in names if found != organisation_id],
        index=None,
        format_func=lambda found: names[found],
        key=f"organisation_way_{organisation_id}",
        placeholder=visit.text("organisations.way_placeholder"),
    )
    if other is None:
        return
    steps = way(graph, organisation_id, other)
    everybody = graph.organisations.set_index("organisation_id")["name"]
    between = [everybody[step] for step in steps[1:-1]]
    if between:
        told = visit.text("organisations.way_over", n=len(steps) - 1, between=visit.language.listing(between))
    else:
        key = "organisations.way_direct" if steps else "organisations.way_none"
        told = visit.text(key, one=names[organisation_id], other=names[other])
    st.markdown(plain(told))
