"""Who holds the network together: brokers between others, and ties on which a part hangs."""

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

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
    edges = np.array(network.graph.bridges(), dtype=np.int64)
    smaller = _falling_off(network, edges)
    ids = np.asarray(network.ids, dtype=object)
    ends = network.links[edges].reshape(-1, 2)
    frame = pd.DataFrame({"organisation_id": ids[ends[:, 0]], "partner_id": ids[ends[:, 1]], "smaller": smaller})
    frame = frame[frame["smaller"] > 1]
    return frame.sort_values("smaller", ascending=False, kind="stable", ignore_index=True)


def _falling_off(network: DayGraph, edges: Numbers) -> Numbers:
    """For each of ``edges``, all bridges of the graph, how many nodes the smaller side has without it.

    What is left without any of them are the nodes of a forest whose ties they are; a side is a subtree. It is walked
    once, whatever the number of bridges.
    """
    count = len(network.nodes)
    blocks = _labels(np.delete(network.links, edges, axis=0), count)
    ends = blocks[network.links[edges].reshape(-1, 2)]
    whole = np.bincount(blocks, minlength=1)
    trees, firsts = np.unique(_labels(ends, len(whole)), return_index=True)
    of_tree = np.bincount(_labels(ends, len(whole)), weights=whole).astype(np.int64)
    # One more block joins all trees, so that one walk from it meets them all.
    roots = np.column_stack([np.full(len(trees), len(whole)), firsts])
    order, parents = breadth_first_order(_matrix(np.vstack([ends, roots]), len(whole) + 1), len(whole), directed=False)
    below = np.append(whole, 0)
    for block in order[:0:-1].tolist():
        below[parents[block]] += below[block]
    child = np.where(parents[ends[:, 0]] == ends[:, 1], ends[:, 0], ends[:, 1])
    smaller: Numbers = np.minimum(below[child], of_tree[_labels(ends, len(whole))[child]] - below[child])
    return smaller


def _labels(ties: Numbers, count: int) -> Numbers:
    """Each node's component, as a number."""
    return np.asarray(connected_components(_matrix(ties, count), directed=False)[1], dtype=np.int64)


def _matrix(ties: Numbers, count: int) -> csr_array:
    return csr_array((np.ones(len(ties), dtype=bool), (ties[:, 0], ties[:, 1])), shape=(count, count))
