"""What holds together when the best-connected organisations drop out: K21, and the loss of the coordinator alone.

To take away the nodes of highest degree first is the targeted attack of Albert, Jeong & Barabasi (2000, Nature
406:378), here on a tenth of the largest component. Degrees are small whole numbers, so that the tenth often ends among
equals: what is lost is then not one set of organisations but any of several, and the measure is the mean over these.
"""

from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from analytics.network.network import DayGraph, Numbers

FEWEST_LOST = 3
"""So many are taken away at least."""
PART_LOST = 10
"""One in so many of the largest component is taken away, rounded up."""

_MOST_LISTED = 2000
"""Up to so many choices among equals each is looked at; beyond, as many are drawn as the error asks for."""
_MOST_ERROR = 2e-4
"""A standard error of the mean so small is a fifth of the last digit that is shown (0.1 %)."""
_MOST_WORK, _AT_ONCE = 20_000_000, 2_000_000
"""Nodes and ties that the drawn networks may have in all, and at once; the larger the network, the less is chance."""
_DRAWN_AT_ONCE = 2000
_MOST_PARTS = 100
"""Of more largest components than that, so many are looked at."""
_SEED = 1

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Robustness:
    """How many of the ``left`` organisations of the largest component still hold together after ``lost`` are gone.

    ``held`` is the mean over all choices among equally connected ones, and over several largest components; ``low`` and
    ``high`` are the least and the greatest of it, as far as looked at. ``is_exact`` says that every choice was. Else
    so many were drawn, from the same chance every time, that the standard error of ``held / left`` is at most 0.0002;
    fewer only where the network is too large for them.
    """

    lost: int
    left: int
    held: float
    low: int
    high: int
    is_exact: bool


def robustness(network: DayGraph) -> Robustness | None:
    """K21: the largest component without its best-connected tenth. None where less than two nodes would be left.

    Lost are :data:`PART_LOST` or at least :data:`FEWEST_LOST` of its nodes, those with the most partners first. Of
    several largest components each is as good as the others, and the mean is that over them.
    """
    size = network.largest_component
    if size < FEWEST_LOST + 2:
        return None
    largest = np.flatnonzero(np.bincount(network.components) == size)
    seen = largest[:: -(-len(largest) // _MOST_PARTS)]
    found = [_of_part(network, np.flatnonzero(network.components == part)) for part in seen.tolist()]
    return Robustness(
        lost=found[0].lost,
        left=found[0].left,
        held=float(np.mean([one.held for one in found])),
        low=min(one.low for one in found),
        high=max(one.high for one in found),
        is_exact=all(one.is_exact for one in found) and len(seen) == len(largest),
    )


def robustness_share(network: DayGraph) -> float | None:
    """The share (0 to 1) that :func:`robustness` speaks of: 1 nothing falls apart."""
    found = robustness(network)
    return None if found is None else found.held / found.left


def robustness_without_coordinator(network: DayGraph) -> float | None:
    """Like :func:`robustness`, for the loss of the coordinator alone. Undefined where it has no ties."""
    is_coordinator = network.organisations["is_coordinator"].to_numpy(dtype=bool)[network.nodes]
    lost = np.flatnonzero(is_coordinator & (network.degrees > 0))
    if not len(lost):
        return None
    largest = np.bincount(network.components).argmax()
    left = network.largest_component - int((network.components[lost] == largest).sum())
    return min(network.without(lost).largest_component, left) / left if left else None


def _of_part(network: DayGraph, part: Numbers) -> Robustness:
    """The measure of one component, given by its nodes."""
    lost = max(FEWEST_LOST, -(-len(part) // PART_LOST))
    degrees = network.degrees[part]
    least = np.partition(degrees, len(part) - lost)[len(part) - lost]
    stays = degrees <= least
    place = np.full(len(network.nodes), -1)
    place[part[stays]] = np.arange(int(stays.sum()))
    ties = place[network.links]
    rest = _Rest(ties[(ties >= 0).all(axis=1)], degrees[stays] == least)
    wanted = lost - int((degrees > least).sum())
    left = len(part) - lost
    if comb(rest.candidates, wanted) <= _MOST_LISTED:
        held = rest.largest(_listed(rest.candidates, wanted))
        return Robustness(lost, left, float(held.mean()), int(held.min()), int(held.max()), is_exact=True)
    held = _drawn(rest, wanted, left)
    return Robustness(lost, left, float(held.mean()), int(held.min()), int(held.max()), is_exact=False)


class _Rest:
    """What is left when all are gone that certainly go: the ``candidates`` for the rest of the loss, and the others.

    Others that hang together without any candidate are one node with a weight, so that a choice costs what the
    candidates and their ties cost.
    """

    def __init__(self, ties: Numbers, is_candidate: Flags) -> None:
        is_fixed = ~is_candidate[ties].any(axis=1)
        labels = _labels(ties[is_fixed], len(is_candidate))
        weights = np.bincount(labels, minlength=1)
        contracted = np.unique(np.sort(labels[ties[~is_fixed]], axis=1), axis=0).reshape(-1, 2)
        candidates = labels[is_candidate]
        others = np.setdiff1d(contracted.ravel(), candidates)
        apart = np.setdiff1d(labels, np.concatenate([candidates, others]))
        place = np.zeros(len(weights), dtype=np.int64)
        place[candidates], place[others] = np.arange(len(candidates)), len(candidates) + np.arange(len(others))
        self.candidates = len(candidates)
        self._ties = place[contracted]
        self._weights = np.concatenate([np.ones(len(candidates), dtype=np.int64), weights[others]])
        self._apart = int(weights[apart].max(initial=0))

    @property
    def size(self) -> int:
        """Nodes and ties of one choice."""
        return len(self._weights) + len(self._ties)

    def largest(self, gone: Flags) -> Numbers:
        """For each row, the candidates that go: how many the largest component has that is left."""
        step = max(1, _AT_ONCE // max(self.size, 1))
        return np.concatenate([self._largest(gone[start : start + step]) for start in range(0, len(gone), step)])

    def _largest(self, gone: Flags) -> Numbers:
        rows, nodes = len(gone), len(self._weights)
        alive = np.ones((rows, nodes), dtype=bool)
        alive[:, : self.candidates] = ~gone
        row, tie = np.nonzero(alive[:, self._ties[:, 0]] & alive[:, self._ties[:, 1]])
        labels = _labels(self._ties[tie] + nodes * row[:, None], rows * nodes)
        sizes = np.bincount(labels, weights=np.where(alive, self._weights, 0).ravel())
        largest: Numbers = sizes[labels].reshape(rows, nodes).max(axis=1).astype(np.int64)
        return np.maximum(largest, self._apart)


def _labels(ties: Numbers, count: int) -> Numbers:
    """Each node's component, as a number."""
    shape = (count, count)
    joined = coo_array((np.ones(len(ties), dtype=bool), (ties[:, 0], ties[:, 1])), shape=shape)
    return np.asarray(connected_components(joined, directed=False)[1], dtype=np.int64)


def _listed(candidates: int, wanted: int) -> Flags:
    """Every choice of ``wanted`` candidates, a row each."""
    chosen = np.array(list(combinations(range(candidates), wanted)), dtype=np.int64).reshape(-1, wanted)
    gone = np.zeros((len(chosen), candidates), dtype=bool)
    np.put_along_axis(gone, chosen, True, axis=1)
    return gone


def _drawn(rest: "_Rest", wanted: int, left: int) -> Numbers:
    """What choices drawn at random leave, as many as the error asks for and the work allows."""
    rng = np.random.default_rng(_SEED)
    most = max(2, _MOST_WORK // max(rest.size, 1))
    block = min(_DRAWN_AT_ONCE, most)
    held = np.zeros(0, dtype=np.int64)
    while len(held) < most:
        order = rng.random((block, rest.candidates), dtype=np.float32).argpartition(wanted - 1, axis=1)[:, :wanted]
        gone = np.zeros((block, rest.candidates), dtype=bool)
        np.put_along_axis(gone, order, True, axis=1)
        held = np.concatenate([held, rest.largest(gone)])
        if held.std() / left <= _MOST_ERROR * np.sqrt(len(held)):
            break
    return held
