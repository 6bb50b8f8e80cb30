"""Random networks to compare with, and chance that is the same every time."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

import igraph

from analytics.network.network import DayGraph

DRAWS = 10
"""How many random networks an expectation is the mean of."""
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


def configuration_model(network: DayGraph) -> list[igraph.Graph]:
    """:data:`DRAWS` random networks in which every node has as many partners as in ``network``."""
    with same_chance():
        graphs = []
        for _ in range(DRAWS):
            graph = network.graph.copy()
            graph.rewire(n=10 * graph.ecount())
            graphs.append(graph)
        return graphs
