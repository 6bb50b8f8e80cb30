"""The network to take away: for network programs, and as tables. Each file is made when its button is pressed."""

from collections.abc import Callable
from functools import partial

import networkx as nx
import pandas as pd
import streamlit as st

from analytics.network.graph import as_gexf, as_graphml, graph, nodes, ties
from analytics.reports import as_csv, as_xlsx
from pages.parts.escape_markdown import escape_markdown
from pages.parts.network_data import network, network_on
from pages.parts.page_context import PageContext

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def network_files(context: PageContext) -> None:
    """All ties up to the visitor's day, with their days."""
    with st.container(border=True, key="network_files"):
        st.subheader(context.text("cooperation.files_title"), anchor=False)
        st.caption(escape_markdown(context.text("cooperation.files_read", day=context.language.date(context.day))))
        st.markdown(context.text("cooperation.files_graph"))
        with st.container(horizontal=True):
            _button(context, "GraphML", "graph", "application/graphml+xml", partial(graph_file, context, as_graphml))
            _button(context, "GEXF", "graph", "application/gexf+xml", partial(graph_file, context, as_gexf))
        for name, made in (("nodes", nodes_table), ("ties", ties_table)):
            title = context.text(f"cooperation.files_{name}")
            st.markdown(title)
            with st.container(horizontal=True):
                _button(context, "CSV", name, "text/csv", partial(_csv, context, made))
                _button(context, "XLSX", name, _XLSX, partial(_xlsx, context, made, title))


def _button(context: PageContext, label: str, name: str, kind: str, make: Callable[[], bytes]) -> None:
    ending = label.lower()
    stem = f"{'demo_' if context.view.is_demo else ''}network_{name}_{context.day}"
    st.download_button(
        label,
        make,
        f"{stem}.{ending}",
        kind,
        key=f"network_{name}_{ending}",
        on_click="ignore",
        icon=":material/download:",
    )


def _note(context: PageContext) -> str | None:
    return context.text("frame.demo") if context.view.is_demo else None


def graph_file(context: PageContext, written: Callable[[nx.Graph], bytes]) -> bytes:
    """The graph of all ties up to the visitor's day, in the form that ``written`` gives it; demo data says so in it."""
    made = graph(network(context), context.day, cumulative=True)
    note = _note(context)
    if note:
        made.graph["name"] = note
    return written(made)


def nodes_table(context: PageContext) -> pd.DataFrame:
    """One row per organisation; see :func:`analytics.network.graph.nodes`."""
    return nodes(network_on(context, cumulative=True))


def ties_table(context: PageContext) -> pd.DataFrame:
    """One row per tie, with the names of both ends; the ids of its cooperations stand in one cell."""
    found = ties(network(context), context.day, cumulative=True)
    names = network(context).organisations.set_index("organisation_id")["name"]
    return pd.DataFrame(
        {
            "organisation_id": found["organisation_id"],
            "name": found["organisation_id"].map(names),
            "partner_id": found["partner_id"],
            "partner": found["partner_id"].map(names),
            "since": found["since"],
            "until": found["until"],
            "stage": [
                context.text("cooperation.stage_ended") if stage == "ended" else stage for stage in found["stage"]
            ],
            "cooperations_together": found["cooperation_ties"],
            "cooperation_ids": ["; ".join(ids) for ids in found["cooperations"]],
        }
    )


def _csv(context: PageContext, made: Callable[[PageContext], pd.DataFrame]) -> bytes:
    return as_csv(made(context), context.language, _note(context))


def _xlsx(context: PageContext, made: Callable[[PageContext], pd.DataFrame], title: str) -> bytes:
    return as_xlsx(made(context), context.language, title=title, note=_note(context))
