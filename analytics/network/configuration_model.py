"""Random networks to compare with, and chance that is the same every time."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import RLock

import igraph
import numpy as np

from analytics.network.network import DayGraph

MOST_ERROR = 5e-4
"""A mean of shares is that sure: a twentieth of the last digit that pages show of it, 1 %."""
MOST_DRAWS, MOST_EXCHANGED = 100_000, 50_000_000
_BLOCK = 10
_FEWEST = 40 * _BLOCK  # the spread of fewer means is itself too unsure to stop by
LARGE, MOST_TIES = 50_000, 500_000
"""Beyond the one so many ties make a network large: its values scatter little. Beyond the other it is left out."""
_FEWEST_OF_LARGE, _MOST_EXCHANGED_OF_LARGE = 4 * _BLOCK, 10_000_000
_lock = RLock()


@contextmanager
def same_chance(seed: int = 1) -> Iterator[None]:
    """Within, igraph's chance begins anew from ``seed``: it has one generator for all threads, so one at a time."""
    with _lock:
        igraph.set_random_number_generator(random.Random(seed))
        try:
            yield
        finally:
            igraph.set_random_number_generator(random)


@dataclass(frozen=True)
class Expectation:
    """The mean of a measure over ``draws`` random networks, and that mean's standard error."""

    mean: float
    error: float
    draws: int


def expectation(network: DayGraph, measure: Callable[[igraph.Graph], float], seed: int = 1) -> Expectation:
    """The mean of ``measure`` over random networks in which every node has as many partners as in ``network``.

    They are the states of one walk: ends of two ties are exchanged, ten times for every tie before the first network,
    once for every tie between two (Maslov & Sneppen 2002, Science 296:910; igraph's ``rewire``). So many are drawn that
    the standard error is at most :data:`MOST_ERROR`; it is told by the means of ten in a row each, so that what
    neighbouring networks have in common is in it. At most :data:`MOST_DRAWS`, and no more than
    :data:`MOST_EXCHANGED` exchanges in all: the larger a network, the less do the values scatter. Beyond :data:`LARGE`
    ties a fifth of these, and as few as forty networks may do.
    """
    ties = network.graph.ecount()
    exchanged, fewest = (MOST_EXCHANGED, _FEWEST) if ties <= LARGE else (_MOST_EXCHANGED_OF_LARGE, _FEWEST_OF_LARGE)
    most = max(_BLOCK * 2, min(MOST_DRAWS, exchanged // max(ties, 1)))
    values: list[float] = []
    with same_chance(seed):
        graph = network.graph.copy()
        graph.rewire(n=10 * ties)
        wanted = min(fewest, most)
        while True:
            while len(values) < wanted:
                graph.rewire(n=ties)
                values.append(measure(graph))
            error = _error(values)
            if error <= MOST_ERROR or wanted >= most:
                return Expectation(float(np.mean(values)), error, len(values))
            wanted = min(most, wanted * 2) // _BLOCK * _BLOCK


def _error(values: list[float]) -> float:
    blocks = np.reshape(values, (-1, _BLOCK)).mean(axis=1)
    return float(blocks.std(ddof=1) / np.sqrt(len(blocks)))
