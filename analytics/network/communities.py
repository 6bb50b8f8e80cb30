"""Groups that work together more closely than with others, kept the same from one day to the next."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from analytics.network.configuration_model import same_chance
from analytics.network.costly_days import costly_days
from analytics.network.network import DayGraph, Network, Numbers

MOST_REFINED = 60_000
"""Nodes and ties up to which groups are refined until nothing gets better: 5,000 with 40,000 ties are below it."""
_ROUNDS = 3


def communities(network: DayGraph) -> Numbers:
    """Each node's community: numbers from 0, the largest first; a node without a tie is one of its own.

    The partition of greatest modularity that the Leiden method finds (Traag, Waltman & van Eck 2019), started from
    the same chance every time; beyond :data:`MOST_REFINED` after three rounds, which find nearly as great a one.
    """
    if not len(network.nodes):
        return np.array([], dtype=np.int64)
    rounds = -1 if are_refined(network) else _ROUNDS
    with same_chance():
        found = network.graph.community_leiden(objective_function="modularity", n_iterations=rounds)
    return by_size(np.asarray(found.membership, dtype=np.int64))


def are_refined(network: DayGraph) -> bool:
    """Whether :func:`communities` goes on until nothing gets better: always, but for very large networks."""
    return len(network.nodes) + len(network.ends) <= MOST_REFINED


def by_size(labels: Numbers) -> Numbers:
    """The same parts, numbered from the largest to the smallest; of equal ones, whose first node comes first."""
    _, first, places, sizes = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(len(sizes), dtype=np.int64)
    rank[np.lexsort((first, -sizes))] = np.arange(len(sizes))
    return rank[places]


def communities_over_time(network: Network, days: Sequence[date], *, cumulative: bool = False) -> pd.DataFrame:
    """One row per day and node: day, organisation_id, community. A community keeps its number from day to day.

    Communities of a day are matched with those before, each with the one it shares most members with (the assignment
    of greatest sum of Jaccard indices, as Greene, Doyle & Cunningham 2010 do one by one); what matches none gets a
    number that none had before. One that vanishes for a while and comes back is recognised by its last members.
    Days that :func:`~analytics.network.costly_days.costly_days` leaves out have no rows.
    """
    looked_at = costly_days(network, days, cumulative=cumulative)
    frames = [pd.DataFrame({"day": [], "organisation_id": [], "community": []})]
    known: dict[int, set[str]] = {}
    for day in (one for one in days if one in looked_at):
        graph = network.on(day, cumulative=cumulative)
        labels = communities(graph)
        ids = np.asarray(graph.ids, dtype=object)
        parts: list[set[str]] = [set() for _ in range(int(labels.max(initial=-1)) + 1)]
        for one, label in zip(ids, labels.tolist(), strict=True):
            parts[label].add(one)
        numbers = _matched(parts, known)
        known |= dict(zip(numbers, parts, strict=True))
        named = np.asarray(numbers, dtype=np.int64)[labels] if len(labels) else labels
        frames.append(pd.DataFrame({"day": pd.Timestamp(day), "organisation_id": ids, "community": named}))
    return pd.concat(frames[1:] or frames, ignore_index=True)


def _matched(parts: Sequence[set[str]], known: dict[int, set[str]]) -> list[int]:
    """The number of each part: that of the known community it resembles, else a new one."""
    alike, numbers = _alike(parts, known), list(known)
    found: dict[int, int] = {}
    # Parts and communities that share no member with others beside them are matched by themselves.
    labels = connected_components(alike, directed=False)[1]
    order = np.argsort(labels, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(labels[order])) + 1):
        here, there = rows[rows < len(parts)], rows[rows >= len(parts)]
        if len(here) and len(there):
            share = alike[here][:, there].toarray()
            for part, number in zip(*linear_sum_assignment(-share), strict=True):
                if share[part, number] > 0:
                    found[int(here[part])] = numbers[there[number] - len(parts)]
    fresh = iter(range(max(known, default=-1) + 1, max(known, default=-1) + 1 + len(parts)))
    return [found[part] if part in found else next(fresh) for part in range(len(parts))]


def _alike(parts: Sequence[set[str]], known: dict[int, set[str]]) -> csr_array:
    """The Jaccard index of every part and known community that share a member; parts first, then communities."""
    of_member: dict[str, list[int]] = {}
    for place, members in enumerate(known.values()):
        for one in members:
            of_member.setdefault(one, []).append(place)
    shared = Counter(
        (part, place) for part, members in enumerate(parts) for one in members for place in of_member.get(one, ())
    )
    sizes = [len(members) for members in known.values()]
    count = len(parts) + len(known)
    rows = np.array([part for part, _ in shared], dtype=np.int64)
    columns = np.array([place for _, place in shared], dtype=np.int64)
    index = [both / (len(parts[part]) + sizes[place] - both) for (part, place), both in shared.items()]
    return csr_array((np.array(index, dtype=float), (rows, columns + len(parts))), shape=(count, count))
