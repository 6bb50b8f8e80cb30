"""How the network holds together: K16, K19 to K22, on NetworkX's graphs."""

import random
from itertools import combinations
from math import ceil, comb

import networkx as nx

from tests.oracle.cooperations import members_by_cooperation
from tests.oracle.region import pairs

LOOKED_AT = 100


def network(region, scope, period):
    """Members of active cooperations, two of them tied who are in the same one."""
    graph = nx.Graph()
    for _, members in members_by_cooperation(region, scope, region.day_of(period)):
        graph.add_nodes_from(members)
        graph.add_edges_from(pairs(members))
    return graph


def cross_sector_share(region, scope, period):
    """K16: share of the ties between organisations of different kinds."""
    kinds = [{region.organisations[name]["kind"] for name in tie} for tie in network(region, scope, period).edges]
    return sum(len(both) == 2 for both in kinds) / len(kinds) if kinds else None


def mean_partners(region, scope, period):
    """K19: twice the ties by the organisations."""
    graph = network(region, scope, period)
    return 2 * graph.number_of_edges() / len(graph) if graph else None


def largest_part(graph):
    """Those in the largest connected part."""
    return max(nx.connected_components(graph), key=len, default=set())


def cohesion(region, scope, period):
    """K20: share of the organisations in the largest connected part."""
    graph = network(region, scope, period)
    return len(largest_part(graph)) / len(graph) if graph else None


def robustness(region, scope, period):
    """K21: what of the largest part still holds together without its best-connected tenth, three at least.

    The mean over all choices among equally connected ones, and over several largest parts.
    """
    graph = network(region, scope, period)
    size = len(largest_part(graph))
    if size <= 4:
        return None
    parts = [graph.subgraph(part) for part in nx.connected_components(graph) if len(part) == size]
    lost = max(3, ceil(size / 10))
    return sum(held_without(part, lost) for part in parts) / len(parts) / (size - lost)


def held_without(part, lost):
    """How many hold together without the ``lost`` best-connected: the mean over the choices among equals.

    Of more choices than :data:`LOOKED_AT` as many are drawn; the mean is then known to about a quarter of a hundredth.
    """
    degrees = sorted(dict(part.degree).values(), reverse=True)
    surely = [name for name in part if part.degree[name] > degrees[lost - 1]]
    equals = sorted(name for name in part if part.degree[name] == degrees[lost - 1])
    wanted = lost - len(surely)
    chance = random.Random(1)
    if comb(len(equals), wanted) <= LOOKED_AT:
        choices = list(combinations(equals, wanted))
    else:
        choices = [chance.sample(equals, wanted) for _ in range(LOOKED_AT)]
    held = [len(largest_part(part.subgraph(set(part) - {*surely, *choice}))) for choice in choices]
    return sum(held) / len(held)


def bridges(region, scope, period):
    """K22: the tenth, rounded up, with the highest betweenness; never one that lies on no shortest way."""
    graph = network(region, scope, period)
    between = [value for value in nx.betweenness_centrality(graph).values() if value > 0]
    return min(ceil(len(graph) / 10), len(between))
