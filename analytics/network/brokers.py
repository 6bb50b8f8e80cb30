"""Who holds the network together: brokers between others, and ties on which a part hangs."""

import numpy as np
import pandas as pd

from analytics.network.communities import communities
from analytics.network.measures import betweenness, top_tenth
from analytics.network.network import DayGraph, Numbers


def brokers(network: DayGraph, most: int = 20) -> pd.DataFrame:
    """The ``most`` organisations that others' shortest ways lead over most often, first the greatest.

    Columns: organisation_id, name, kind, partners, betweenness (share 0 to 1, see
    :func:`~analytics.network.measures.betweenness`), constraint (Burt 1992: near 0 its partners do not know each
    other, 1 and more they all do; NaN without partners), partner_kinds and joined_groups (how many kinds and groups its
    partners belong to), left_out (how many organisations lose their connection with the largest rest of their part if
    it goes) and is_bridge (it is in K22). Only organisations that lie on some shortest way.
    """
    values = betweenness(network)
    order = np.lexsort((network.nodes, -values))
    chosen = order[values[order] > 0][:most]
    who = network.organisations.iloc[network.nodes[chosen]]
    groups = communities(network)
    around = [np.asarray(network.graph.neighbors(int(node)), dtype=np.int64) for node in chosen]
    return pd.DataFrame(
        {
            "organisation_id": who["organisation_id"].to_numpy(),
            "name": who["name"].to_numpy(),
            "kind": network.kinds[chosen],
            "partners": network.degrees[chosen],
            "betweenness": values[chosen],
            "constraint": np.asarray(network.graph.constraint(chosen.tolist()), dtype=float),
            "partner_kinds": [len(set(network.kinds[partners])) for partners in around],
            "joined_groups": [len(set(groups[partners].tolist())) for partners in around],
            "left_out": _left_out(network, chosen),
            "is_bridge": np.isin(chosen, top_tenth(network, values)),
        }
    )


def _left_out(network: DayGraph, nodes: Numbers) -> list[int]:
    """For each of ``nodes``: how many others of its component are not in the largest piece that is left without it."""
    graph = network.graph
    cuts = set(graph.articulation_points())
    lost = []
    for node in nodes.tolist():
        others = [one for one in graph.subcomponent(node) if one != node] if node in cuts else []
        pieces = graph.induced_subgraph(others).connected_components().sizes()
        lost.append(len(others) - max(pieces, default=0))
    return lost


def bridging_ties(network: DayGraph) -> pd.DataFrame:
    """The ties without which a part of at least two organisations falls off: organisation_id, partner_id, smaller.

    ``smaller``: how many organisations that part has. First those on which most hang.
    """
    rows = []
    for edge in network.graph.bridges():
        left = network.graph.copy()
        left.delete_edges(edge)
        one, other = network.links[edge].tolist()
        smaller = min(len(left.subcomponent(one)), len(left.subcomponent(other)))
        if smaller > 1:
            rows.append((network.ids[one], network.ids[other], smaller))
    frame = pd.DataFrame(rows, columns=["organisation_id", "partner_id", "smaller"])
    return frame.sort_values("smaller", ascending=False, kind="stable", ignore_index=True)
