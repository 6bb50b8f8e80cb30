"""The network for other programs: a NetworkX graph with attributes, and files of it."""

from collections.abc import Hashable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

import networkx as nx
import pandas as pd

from analytics.network.network import DayGraph, Network
from analytics.network.stages import ENDED, STAGES, stages_on

_RISING = (ENDED, *STAGES)
_SYMBOLS = 0x2400
_SIGNS = {code: _SYMBOLS + code for code in range(0x20) if chr(code) not in "\t\n\r"} | {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
"""Control characters (XML 1.0, section 2.2) by their symbols in Unicode, the two that are none by the replacement's."""


def ties(network: Network, day: date | None, *, cumulative: bool = False) -> pd.DataFrame:
    """One row per tie of ``network.on(day)``, in the order of ids.

    Columns: organisation_id < partner_id; since and until, the tie's first and last day up to ``day`` (until is NaT
    where it goes on); stage, the highest of its cooperations on the day ("3" to "5"), or "ended" where none ties them
    any longer; cooperations, the ids of those that tie the two then, and their number as cooperation_ties.
    """
    cooperation_ties = network.cooperation_ties
    when = pd.Timestamp(day or date.max)
    cooperation_ties = cooperation_ties[cooperation_ties["since"] <= when]
    is_over = cooperation_ties["until"] < when
    if not cumulative:
        cooperation_ties, is_over = cooperation_ties[~is_over], is_over[~is_over]
    stage = stages_on(network, day or date.max)
    # A member may have left a cooperation that goes on.
    stage = cooperation_ties["cooperation_id"].map(stage).mask(is_over, ENDED)
    rank = stage.map({name: place for place, name in enumerate(_RISING)})
    cooperation_ties = cooperation_ties.assign(rank=rank, goes_on=cooperation_ties["until"].isna())
    cooperation_ties = cooperation_ties.sort_values(["organisation_id", "partner_id", "cooperation_id"], kind="stable")
    grouped = cooperation_ties.groupby(["organisation_id", "partner_id"], sort=False)
    frame = grouped.agg(
        since=("since", "min"),
        until=("until", "max"),
        goes_on=("goes_on", "max"),
        rank=("rank", "max"),
        cooperations=("cooperation_id", list),
        cooperation_ties=("cooperation_id", "size"),
    ).reset_index()
    frame["until"] = frame["until"].mask(frame["goes_on"])
    frame.insert(4, "stage", [_RISING[place] for place in frame["rank"]])
    return frame.drop(columns=["goes_on", "rank"])


def nodes(network: DayGraph) -> pd.DataFrame:
    """One row per node of ``network``: organisation_id, name, kind, district, is_coordinator, partners."""
    who = network.organisations.iloc[network.nodes]
    frame = who[["organisation_id", "name", "kind", "district", "is_coordinator"]].reset_index(drop=True)
    return frame.assign(kind=network.kinds, partners=network.degrees)


def graph(network: Network, day: date | None, *, cumulative: bool = False) -> nx.Graph:
    """The network of ``day`` as a NetworkX graph, nodes and ties with the columns of :func:`nodes` and :func:`ties`.

    What is missing is left out, days are written as 2025-12-31, the ids of cooperations parted by "; ", so that every
    format can hold them. Ties carry ``start`` and ``end`` for programs with a time line.
    """
    made = nx.Graph(mode="dynamic", defaultedgetype="undirected")
    for row in nodes(network.on(day, cumulative=cumulative)).to_dict("records"):
        made.add_node(row["organisation_id"], label=row["name"], **_written(row))
    for row in ties(network, day, cumulative=cumulative).to_dict("records"):
        spans = {"start": row["since"], "end": row["until"]}
        made.add_edge(row["organisation_id"], row["partner_id"], **_written(row | spans))
    return made


def _written(row: Mapping[Hashable, Any]) -> dict[str, object]:
    """The attributes as texts and numbers, without those that are missing."""
    written: dict[str, object] = {}
    for name, value in row.items():
        if name in ("organisation_id", "partner_id"):
            continue
        if isinstance(value, list):
            written[str(name)] = "; ".join(value)
        elif isinstance(value, pd.Timestamp):
            written[str(name)] = str(value.date())
        elif not pd.isna(value):
            written[str(name)] = value
    return written


def as_graphml(made: nx.Graph) -> bytes:
    """The graph as GraphML, for yEd, Cytoscape, Gephi, R and others."""
    file = BytesIO()
    nx.write_graphml_xml(made, file)
    return _well_formed(file.getvalue())


def as_gexf(made: nx.Graph) -> bytes:
    """The graph as GEXF, for Gephi, with the days of its ties as a time line."""
    file = BytesIO()
    nx.write_gexf(made, file)
    return _well_formed(file.getvalue())


def _well_formed(content: bytes) -> bytes:
    """The file with a visible sign for each that XML does not know, such as a control character in a name."""
    return content.decode("utf-8").translate(_SIGNS).encode("utf-8")
