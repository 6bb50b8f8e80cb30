"""The network to take away: for network programs, and as tables. Each file is made when its button is pressed."""

from collections.abc import Callable
from functools import partial

import networkx as nx
import pandas as pd
import streamlit as st

from analytics.network.graph import as_gexf, as_graphml, graph, nodes, ties
from analytics.reports import as_csv, as_xlsx
from pages.parts.network_data import network, network_on
from pages.parts.plain import plain
from pages.parts.visit import Visit

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def network_files(visit: Visit) -> None:
    """All ties up to the visitor's day, with their days."""
    with st.container(border=True, key="network_files"):
        st.subheader(visit.text("cooperation.files_title"), anchor=False)
        st.caption(plain(visit.text("cooperation.files_read", day=visit.language.date(visit.day))))
        st.markdown(visit.text("cooperation.files_graph"))
        with st.container(horizontal=True):
            _button(visit, "GraphML", "graph", "application/graphml+xml", partial(graph_file, visit, as_graphml))
            _button(visit, "GEXF", "graph", "application/gexf+xml", partial(graph_file, visit, as_gexf))
        for name, made in (("nodes", nodes_table), ("ties", ties_table)):
            title = visit.text(f"cooperation.files_{name}")
            st.markdown(title)
            with st.container(horizontal=True):
                _button(visit, "CSV", name, "text/csv", partial(_csv, visit, made))
                _button(visit, "XLSX", name, _XLSX, partial(_xlsx, visit, made, title))


def _button(visit: Visit, label: str, name: str, kind: str, make: Callable[[], bytes]) -> None:
    ending = label.lower()
    stem = f"{'demo_' if visit.view.is_demo else ''}network_{name}_{visit.day}"
    st.download_button(
        label,
        make,
        f"{stem}.{ending}",
        kind,
        key=f"network_{name}_{ending}",
        on_click="ignore",
        icon=":material/download:",
    )


def _note(visit: Visit) -> str | None:
    return visit.text("frame.demo") if visit.view.is_demo else None


def graph_file(visit: Visit, written: Callable[[nx.Graph], bytes]) -> bytes:
    """The graph of all ties up to the visitor's day, in the form that ``written`` gives it; demo data says so in it."""
    made = graph(network(visit), visit.day, cumulative=True)
    note = _note(visit)
    if note:
        made.graph["name"] = note
    return written(made)


def nodes_table(visit: Visit) -> pd.DataFrame:
    """One row per organisation; see :func:`analytics.network.graph.nodes`."""
    return nodes(network_on(visit, cumulative=True))


def ties_table(visit: Visit) -> pd.DataFrame:
    """One row per tie, with the names of both ends; the ids of its cooperations stand in one cell."""
    found = ties(network(visit), visit.day, cumulative=True)
    names = network(visit).organisations.set_index("organisation_id")["name"]
    return pd.DataFrame(
        {
            "organisation_id": found["organisation_id"],
            "name": found["organisation_id"].map(names),
            "partner_id": found["partner_id"],
            "partner": found["partner_id"].map(names),
            "since": found["since"],
            "until": found["until"],
            "stage": [visit.text("cooperation.stage_ended") if stage == "ended" else stage for stage in found["stage"]],
            "cooperations_together": found["strands"],
            "cooperation_ids": ["; ".join(ids) for ids in found["cooperations"]],
        }
    )


def _csv(visit: Visit, made: Callable[[Visit], pd.DataFrame]) -> bytes:
    return as_csv(made(visit), visit.language, _note(visit))


def _xlsx(visit: Visit, made: Callable[[Visit], pd.DataFrame], title: str) -> bytes:
    return as_xlsx(made(visit), visit.language, title=title, note=_note(visit))
