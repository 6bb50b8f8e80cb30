"""Measures of the network on a day: numbers that stay honest while a small network grows.

Each takes a :class:`~analytics.network.network.DayGraph`; None where it is undefined. A *tie* is a pair of
organisations that work together, a *partner* the one at a tie's other end, *n* the number of organisations with a
cooperation, *m* the number of ties, *d* an organisation's number of partners.
"""

from itertools import combinations_with_replacement

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_array

from analytics.network import configuration_model
from analytics.network.communities import communities
from analytics.network.configuration_model import expectation
from analytics.network.network import DayGraph, Numbers

MOST_WALKED = 300_000_000
"""Nodes times nodes and ties up to which betweenness is exact: 5,000 organisations with 40,000 ties are below it."""
_FEWEST_PIVOTS = 100
MOST_STEPPED = 500_000_000
"""Steps over two ties up to which the two-step reach is that of all organisations: 22,000 from each of 22,000."""
_FEWEST_ASKED = 1000
_STEPS_AT_ONCE = 20_000_000


def mean_partners(network: DayGraph) -> float | None:
    """K19: partners an organisation has on average, 2m / n. Undefined without nodes.

    Unlike density it does not fall merely because the network grows (Anderson, Butts & Carley 1999).
    """
    return 2 * len(network.ends) / len(network.nodes) if len(network.nodes) else None


def components(network: DayGraph) -> int:
    """Into how many parts, unconnected with each other, the network falls; an organisation without a tie is one."""
    return int(network.components.max(initial=-1)) + 1


def largest_component_share(network: DayGraph) -> float | None:
    """K20: the share (0 to 1) of organisations in the largest component.

    Undefined without ties: who stands alone holds together with nobody.
    """
    return network.largest_component / len(network.nodes) if len(network.ends) else None


def clustering(network: DayGraph) -> float | None:
    """How often an organisation's partners are partners of each other: 3 x triangles / pairs of ties that meet.

    A share from 0 to 1, the transitivity (Newman, Strogatz & Watts 2001). Undefined where no two ties meet. A
    cooperation of three or more closes triangles by itself, so it says something beside
    :func:`clustering_expected` only.
    """
    degrees = network.degrees
    meeting = int((degrees * (degrees - 1)).sum()) / 2
    return 3 * _triangles(network) / meeting if meeting else None


def _triangles(network: DayGraph) -> int:
    """How many threes are all partners of each other.

    Every tie points to the end with more partners, so that nobody has many ties that leave: each triangle is then one
    way over two ties whose ends a third one joins. Very many such ways are followed in parts, for memory's sake.
    """
    count = len(network.nodes)
    rank = np.empty(count, dtype=np.int64)
    rank[np.argsort(network.degrees, kind="stable")] = np.arange(count)
    ends = np.sort(rank[network.links], axis=1)
    ties = csr_array((np.ones(len(ends), dtype=np.int64), (ends[:, 0], ends[:, 1])), shape=(count, count))
    steps = np.cumsum(ties @ np.diff(ties.indptr)) // _STEPS_AT_ONCE
    starts = np.append(np.flatnonzero(np.diff(steps, prepend=-1)), count)
    blocks = (ties[low:high] for low, high in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True))
    return sum(int((block @ ties).multiply(block).sum()) for block in blocks)


def clustering_expected(network: DayGraph) -> float | None:
    """The mean :func:`clustering` of random networks in which everybody has as many partners as here.

    As sure as :func:`~analytics.network.configuration_model.expectation` makes it. Undefined where clustering is, and
    left out beyond :data:`~analytics.network.configuration_model.MOST_TIES` ties.
    """
    if is_chance_left_out(network) or clustering(network) is None:
        return None
    return expectation(network, lambda graph: graph.transitivity_undirected()).mean


def is_chance_left_out(network: DayGraph) -> bool:
    """Whether the network is too large for :func:`clustering_expected`."""
    return len(network.ends) > configuration_model.MOST_TIES


def modularity(network: DayGraph) -> float | None:
    """How clearly the network falls into groups: the modularity of its Leiden communities.

    The share of ties inside the groups, less the share to be expected if ties fell at random with the same numbers
    of partners (Newman & Girvan 2004): 0 no more than by chance, above about 0.3 clear groups. Undefined without
    ties.
    """
    if not len(network.ends):
        return None
    return float(network.graph.modularity(communities(network).tolist()))


def degree_centralisation(network: DayGraph) -> float | None:
    """How far the ties hang on one organisation: sum of (largest d - d) / ((n - 1)(n - 2)).

    From 0 (all have as many partners) to 1 (a star), after Freeman 1978. Undefined below three nodes.
    """
    count = len(network.nodes)
    if count < 3:
        return None
    return float((network.degrees.max() - network.degrees).sum() / ((count - 1) * (count - 2)))


def cross_sector_share(network: DayGraph) -> float | None:
    """K16: the share (0 to 1) of ties between organisations of different kinds.

    Undefined without ties, and where no tied organisation's kind is known.
    """
    across, ties = cross_sector_ties(network)
    return across / ties if ties else None


def cross_sector_ties(network: DayGraph) -> tuple[int, int]:
    """How many ties are between organisations of different kinds, and of how many; of 0 where no kind is known."""
    kinds, ends = _kinds_of_ends(network)
    if not (kinds != "unknown")[ends].any():
        return 0, 0
    return int((ends[:, 0] != ends[:, 1]).sum()), len(ends)


def cross_sector_expected(network: DayGraph) -> float | None:
    """The :func:`cross_sector_share` under random mixing: 1 - sum over kinds of (its share of all ties' ends)^2.

    What it would be if every organisation kept its number of partners but chose them regardless of kind (Newman
    2003). Undefined where the share is.
    """
    ends = _ends_by_kind(network)
    return float(1 - ((ends / ends.sum()) ** 2).sum()) if set(ends.index) - {"unknown"} else None


def mixing(network: DayGraph) -> pd.DataFrame:
    """Who works with whom, by kind: one row per pair of kinds (kind <= partner_kind) that occur.

    Columns kind, partner_kind, ties, expected (the ties between them under random mixing: D_k D_l / 2m, for a kind
    with itself D_k^2 / 4m, where D is the number of ties' ends at a kind) and ratio (ties / expected; 1 as by chance).
    Empty without ties.
    """
    ends, (known, of_ties) = _ends_by_kind(network), _kinds_of_ends(network)
    pairs = of_ties.min(axis=1) * len(known) + of_ties.max(axis=1)
    counts = np.bincount(pairs, minlength=len(known) ** 2).reshape(len(known), len(known))
    places = {kind: place for place, kind in enumerate(known.tolist()) if kind in ends.index}
    rows = [
        (one, other, int(counts[places[one], places[other]]), _expected(ends, one, other))
        for one, other in combinations_with_replacement(places, 2)
    ]
    frame = pd.DataFrame(rows, columns=["kind", "partner_kind", "ties", "expected"])
    return frame.assign(ratio=frame["ties"] / frame["expected"])


def _ends_by_kind(network: DayGraph) -> pd.Series:
    """How many of the ties' ends lie at each kind."""
    kinds, ends = _kinds_of_ends(network)
    counts = pd.Series(np.bincount(ends.ravel(), minlength=len(kinds)), index=kinds, dtype=float)
    return counts[counts > 0]


def _kinds_of_ends(network: DayGraph) -> tuple[NDArray[np.str_], NDArray[np.int64]]:
    """The kinds there are, in the alphabet's order, and of each tie's two ends which of them it is of."""
    kinds, of_nodes = np.unique(network.kinds.astype(str), return_inverse=True)
    return kinds, of_nodes.reshape(-1)[network.links].reshape(-1, 2)


def _expected(ends: pd.Series, one: str, other: str) -> float:
    return float(ends[one] * ends[other] / ends.sum() / (2 if one == other else 1))


def ei_index(network: DayGraph) -> float | None:
    """Krackhardt & Stern's (1988) E-I index by kind: (external - internal ties) / all ties.

    From -1 (only among the same kind) to 1 (only between kinds). Undefined where the share is.
    """
    share = cross_sector_share(network)
    return None if share is None else 2 * share - 1


def two_step_reach(network: DayGraph) -> float | None:
    """The share (0 to 1) of the others whom an organisation reaches over at most one partner in between, on average.

    Undefined below two nodes. Beyond :data:`MOST_STEPPED` steps the mean is that of as many organisations as these
    allow, at least 1,000, drawn from the same chance every time.
    """
    count = len(network.nodes)
    if count < 2:
        return None
    asked = reach_asked(network)
    some = np.random.default_rng(1).choice(count, asked, replace=False).tolist() if asked < count else None
    reached = np.asarray(network.graph.neighborhood_size(some, order=2), dtype=float) - 1
    return float(reached.mean() / (count - 1))


def reach_asked(network: DayGraph) -> int:
    """Of how many nodes :func:`two_step_reach` is the mean: all of them, but for very dense networks."""
    count, degrees = len(network.nodes), network.degrees.astype(np.int64)
    steps = int((degrees * degrees).sum())
    return count if steps <= MOST_STEPPED else min(count, max(_FEWEST_ASKED, count * MOST_STEPPED // steps))


def betweenness(network: DayGraph) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Each node's betweenness: the share (0 to 1) of the others' shortest ways that lead over it.

    Brandes' sum over pairs, divided by (n - 1)(n - 2) / 2 (Freeman 1977); 0 below three nodes. It takes nodes times
    ties; beyond :data:`MOST_WALKED` the ways are counted from as many nodes as that allows, drawn from the same chance
    every time, and scaled up (Brandes & Pich 2007, Int. J. of Bifurcation and Chaos 17:2303).
    """
    count = len(network.nodes)
    if count < 3:
        return np.zeros(count)
    pivots = betweenness_pivots(network)
    if pivots == count:
        counted = np.asarray(network.graph.betweenness(), dtype=float)
    else:
        sources = np.random.default_rng(1).choice(count, pivots, replace=False)
        found = network.graph.betweenness(sources=sources.tolist())
        counted = np.asarray(found, dtype=float) * (count / pivots)
    return counted / ((count - 1) * (count - 2) / 2)


def betweenness_pivots(network: DayGraph) -> int:
    """From how many nodes :func:`betweenness` follows the ways: all of them, but for very large networks."""
    count = len(network.nodes)
    return min(count, max(_FEWEST_PIVOTS, MOST_WALKED // max(count + len(network.ends), 1)))


def bridges(network: DayGraph) -> Numbers:
    """K22: the nodes in the top tenth by :func:`betweenness`, as many as n / 10 rounded up, the greatest first.

    Who lies on no shortest way is never among them; of equal ones the one with more partners comes first, then the
    first by id.
    """
    return top_tenth(network, betweenness(network))


def top_tenth(network: DayGraph, values: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> Numbers:
    """The nodes that :func:`bridges` gives, where the ``values`` of betweenness are known already."""
    order = np.lexsort((network.nodes, -network.degrees, -values.round(9)))[: _tenth(network)]
    return np.asarray(order[values[order] > 0])


def count_bridges(network: DayGraph) -> int:
    """How many :func:`bridges` there are, without computing betweenness.

    A node lies on a shortest way if and only if two of its partners are no partners of each other.
    """
    closed = np.asarray(network.graph.transitivity_local_undirected(mode="nan"), dtype=float)
    return min(_tenth(network), int((closed < 1).sum()))


def _tenth(network: DayGraph) -> int:
    return -(-len(network.nodes) // 10)
