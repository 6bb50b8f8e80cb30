"""How the network holds together: K16, K19 to K22, on NetworkX's graphs."""

from itertools import combinations
from math import ceil, comb, sqrt
from random import Random
from statistics import fmean, stdev

import networkx as nx

from tests.oracle.cooperations import members_by_cooperation
from tests.oracle.region import pairs

LOOKED_AT = 200
"""So many choices are looked at each; of more, so many are drawn."""


class Mean(float):
    """A mean with its standard error, which is 0 where nothing was left to chance."""

    def __new__(cls, value, error):
        mean = super().__new__(cls, value)
        mean.error = error
        return mean


def network(region, scope, period):
    """Members of active cooperations, two of them tied who are in the same one."""
    graph = nx.Graph()
    for _, members in members_by_cooperation(region, scope, region.day_of(period)):
        graph.add_nodes_from(members)
        graph.add_edges_from(pairs(members))
    return graph


def cross_sector_share(region, scope, period):
    """K16: share of the ties between organisations of different kinds; where no kind is known, nothing is said."""
    kinds = [{region.organisations[name]["kind"] for name in tie} for tie in network(region, scope, period).edges]
    is_known = set().union(*kinds) - {"unknown"}
    return sum(len(both) == 2 for both in kinds) / len(kinds) if is_known else None


def mean_partners(region, scope, period):
    """K19: twice the ties by the organisations."""
    graph = network(region, scope, period)
    return 2 * graph.number_of_edges() / len(graph) if graph else None


def largest_part(graph):
    """Those in the largest connected part."""
    return max(nx.connected_components(graph), key=len, default=set())


def cohesion(region, scope, period):
    """K20: share of the organisations in the largest connected part; without a tie nothing holds together."""
    graph = network(region, scope, period)
    return len(largest_part(graph)) / len(graph) if graph.edges else None


def robustness(region, scope, period):
    """K21: what of the largest part still holds together without its best-connected tenth, three at least.

    The mean over all choices among equally connected ones, and over several largest parts.
    """
    graph = network(region, scope, period)
    size = len(largest_part(graph))
    lost = max(3, ceil(size / 10))
    if size - lost < 2:
        return None
    parts = [graph.subgraph(part) for part in nx.connected_components(graph) if len(part) == size]
    held = [held_without(part, lost) for part in parts]
    return Mean(sum(held) / len(held) / (size - lost), sum(part.error for part in held) / len(held) / (size - lost))


def held_without(part, lost):
    """How many hold together without the ``lost`` best-connected: the mean over the choices among equals."""
    least = sorted(degree for _, degree in part.degree)[-lost]
    surely = {name for name, degree in part.degree if degree > least}
    equals = sorted(name for name, degree in part.degree if degree == least)
    wanted = lost - len(surely)
    are_few = comb(len(equals), wanted) <= LOOKED_AT
    choices = list(combinations(equals, wanted)) if are_few else drawn(equals, wanted)
    held = [len(largest_part(part.subgraph(part.nodes - surely.union(choice)))) for choice in choices]
    return Mean(fmean(held), 0.0 if are_few else stdev(held) / sqrt(len(held)))


def drawn(names, count):
    """Choices of so many by chance, the same each time."""
    chance = Random(1)
    return [chance.sample(names, count) for _ in range(LOOKED_AT)]


def bridges(region, scope, period):
    """K22: the tenth, rounded up, with the highest betweenness; never one that lies on no shortest way."""
    graph = network(region, scope, period)
    between = [value for value in nx.betweenness_centrality(graph).values() if value > 0]
    return min(ceil(len(graph) / 10), len(between))
