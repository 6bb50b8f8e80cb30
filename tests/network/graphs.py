"""Networks from NetworkX graphs and from few words, so that tests can compare and write them down."""

from datetime import date

import networkx as nx
import numpy as np
import pandas as pd

from analytics.network import DayGraph, Network

DAY = date(2024, 1, 1)


def network_of(graph, spans=None):
    """A network in which every tie of ``graph`` is a cooperation of two, every node a member of one of its own.

    ``spans``: by tie, the first and the last day (None goes on) of its cooperation; else all began on 1 January 2024.
    A node's ``kind`` and ``is_coordinator`` are its attributes. The ids must sort as text.
    """
    ids = sorted(graph)
    ties = sorted(tuple(sorted(tie)) for tie in graph.edges if tie[0] != tie[1])
    given = {tuple(sorted(tie)): span for tie, span in (spans or {}).items()}
    rows = [(f"alone-{one}", one, DAY, None) for one in ids if not spans]
    for one, other in ties:
        rows += [(f"{one}+{other}", end, *given.get((one, other), (DAY, None))) for end in (one, other)]
    return network_from(
        rows,
        kinds={one: graph.nodes[one].get("kind", "company") for one in ids},
        coordinators={one for one in ids if graph.nodes[one].get("is_coordinator")},
    )


def network_from(rows, kinds, coordinators=(), ended=None):
    """A network from memberships (cooperation_id, organisation_id, since, until) and each organisation's kind."""
    ids = sorted(kinds)
    organisations = pd.DataFrame(
        {
            "organisation_id": ids,
            "name": [one.title() for one in ids],
            "kind": [kinds[one] for one in ids],
            "district": None,
            "is_coordinator": [one in set(coordinators) for one in ids],
            "member_since": pd.Series(pd.NaT, index=range(len(ids)), dtype="datetime64[us]"),
            "left_on": pd.Series(pd.NaT, index=range(len(ids)), dtype="datetime64[us]"),
        }
    )
    memberships = _dated(sorted(rows, key=lambda row: row[:2]), ["cooperation_id", "organisation_id"])
    pairs = memberships.merge(memberships, on="cooperation_id", suffixes=("", "_other"))
    pairs = pairs[pairs["organisation_id"] < pairs["organisation_id_other"]]
    pairs = pairs.assign(
        since=pairs[["since", "since_other"]].max(axis=1), until=pairs[["until", "until_other"]].min(axis=1)
    )
    pairs = pairs[~(pairs["until"] < pairs["since"])].rename(columns={"organisation_id_other": "partner_id"})
    cooperation_ties = pairs[["cooperation_id", "organisation_id", "partner_id", "since", "until"]].reset_index(
        drop=True
    )
    return Network(organisations, _cooperations(memberships, ended or {}), memberships, cooperation_ties)


def _dated(rows, names):
    frame = pd.DataFrame(rows, columns=[*names, "since", "until"])
    return frame.astype({"since": "datetime64[us]", "until": "datetime64[us]"})


def _cooperations(memberships, ended):
    began = memberships.groupby("cooperation_id")["since"].min()
    none = pd.Series(pd.NaT, index=began.index, dtype="datetime64[us]")
    return pd.DataFrame(
        {
            "cooperation_id": began.index,
            "title": began.index,
            "kind": "research",
            "origin": "unknown",
            "origin_event_id": None,
            "contact_on": began.to_numpy(),
            "exchange_on": began.to_numpy(),
            "agreed_on": began.to_numpy(),
            "joint_on": none.to_numpy(),
            "lasting_on": none.to_numpy(),
            "ended_on": pd.Series(ended, dtype="datetime64[us]").reindex(began.index).to_numpy(),
        }
    )


def day_graph(graph, kind="kind"):
    """The graph as the network of one day, nodes in the order of NetworkX's; the places are the nodes' numbers."""
    ids = list(graph)
    place = {one: number for number, one in enumerate(ids)}
    organisations = pd.DataFrame(
        {
            "organisation_id": [str(one) for one in ids],
            "name": [str(one) for one in ids],
            "kind": [graph.nodes[one].get(kind, "company") for one in ids],
            "district": None,
            "is_coordinator": [bool(graph.nodes[one].get("is_coordinator", False)) for one in ids],
        }
    )
    ends = sorted(tuple(sorted((place[one], place[other]))) for one, other in graph.edges if one != other)
    return DayGraph(
        organisations,
        np.arange(len(ids), dtype=np.int64),
        np.array(ends, dtype=np.int64).reshape(-1, 2),
        cooperations=len(ends),
    )


def as_networkx(network):
    """The day's network for NetworkX: its own nodes and ties, nothing else of the project's."""
    graph = nx.Graph()
    graph.add_nodes_from(network.ids)
    names = network.organisations["organisation_id"].to_numpy()
    graph.add_edges_from((names[one], names[other]) for one, other in network.ends.tolist())
    return graph


def ties_on(network, day, *, cumulative=False):
    """The ties of a day (2024-12-31, or None for the end of all time), as pairs of ids such as "alpha+beta"."""
    graph = network.on(date.fromisoformat(day) if day else None, cumulative=cumulative)
    ids = graph.organisations["organisation_id"].to_numpy()
    return ["+".join(ids[end] for end in ends) for ends in graph.ends.tolist()]
