"""What lies around one organisation: its partners with their ties among one another, and its way to another."""

import numpy as np
import pandas as pd

from analytics.network.network import DayGraph


def ego_network(graph: DayGraph, organisation_id: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The organisation with its partners, and every tie between any two of them.

    Nodes: one row each, the organisation first: organisation_id, name, kind, partners (how many partners the node has
    in the whole of ``graph``). Ties: one row each: organisation_id, partner_id. Both are empty where the organisation
    is not in ``graph``.
    """
    place = _place(graph, organisation_id)
    links = graph.links
    if place is None:
        circle = np.array([], dtype=np.int64)
    else:
        own = links[(links == place).any(axis=1)]
        circle = np.concatenate([[place], np.setdiff1d(own, [place])]).astype(np.int64)
    inside = links[np.isin(links, circle).all(axis=1)]
    known = graph.organisations.iloc[graph.nodes[circle]]
    nodes = pd.DataFrame(
        {
            "organisation_id": known["organisation_id"].to_numpy(),
            "name": known["name"].to_numpy(),
            "kind": graph.kinds[circle],
            "partners": graph.degrees[circle],
        }
    )
    ids = np.asarray(graph.ids, dtype=object)
    ties = pd.DataFrame({"organisation_id": ids[inside[:, 0]], "partner_id": ids[inside[:, 1]]})
    return nodes, ties


def shortest_path(graph: DayGraph, start: str, end: str) -> list[str]:
    """A shortest way from one organisation to another, as the ids of both and of those between them, in order.

    Its length in steps is one less than their number (breadth-first search). Of several shortest ways it is always the
    same one. Empty where there is none, or where one of the two is not in ``graph``.
    """
    first, last = _place(graph, start), _place(graph, end)
    if first is None or last is None or graph.components[first] != graph.components[last]:
        return []
    steps = graph.graph.get_shortest_path(first, last)
    return [graph.ids[step] for step in steps]


def _place(graph: DayGraph, organisation_id: str) -> int | None:
    """Where the organisation stands among the nodes; None where it does not."""
    try:
        return graph.ids.index(organisation_id)
    except ValueError:
        return None
