"""One organisation's network: its partners drawn around it, and its way to any other."""

from functools import partial

import streamlit as st

from analytics.charts.organisations import findings
from analytics.charts.organisations.ego_network import ego_network
from analytics.network import DayGraph, surroundings
from pages.parts.chart import chart
from pages.parts.escape_markdown import escape_markdown
from pages.parts.network_data import network
from pages.parts.page_context import PageContext


def organisation_network(context: PageContext, organisation_id: str, names: dict[str, str]) -> None:
    """The network on the visitor's day, ``names`` being those, by id, to which a way can be asked for."""
    st.header(context.text("organisations.network_title", day=context.language.date(context.day)), anchor=False)
    with st.spinner(context.text("organisations.loading")):
        graph = network(context).on(context.day)
    nodes, ties = surroundings.ego_network(graph, organisation_id)
    if len(nodes) < 2:
        st.info(context.text("organisations.no_partners"), icon=":material/hub:")
        return
    chart(context, "ego_network", nodes, partial(ego_network, ties=ties), partial(findings.ego_network, ties=ties))
    _way(context, graph, organisation_id, names)


def _way(context: PageContext, graph: DayGraph, organisation_id: str, names: dict[str, str]) -> None:
    """A box with all others, and the shortest way to the chosen one in words."""
    other = st.selectbox(
        context.text("organisations.way_to"),
        [found for found in names if found != organisation_id],
        index=None,
        format_func=lambda found: names[found],
        key=f"organisation_way_{organisation_id}",
        placeholder=context.text("organisations.way_placeholder"),
    )
    if other is None:
        return
    steps = surroundings.shortest_path(graph, organisation_id, other)
    everybody = graph.organisations.set_index("organisation_id")["name"]
    between = [everybody[step] for step in steps[1:-1]]
    if between:
        told = context.text("organisations.way_over", n=len(steps) - 1, between=context.language.listing(between))
    else:
        key = "organisations.way_direct" if steps else "organisations.way_none"
        told = context.text(key, one=names[organisation_id], other=names[other])
    st.markdown(escape_markdown(told))
