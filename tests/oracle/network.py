"""How the network holds together: K16, K19 to K22, on NetworkX's graphs."""

from math import ceil

import networkx as nx

from tests.oracle.cooperations import members_by_cooperation
from tests.oracle.region import pairs


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
    """K21: what of the largest part still holds together without the best-connected."""
    graph = network(region, scope, period)
    before = len(largest_part(graph))
    if before <= 3:
        return None
    best = sorted(graph, key=lambda name: (-graph.degree[name], name))[:3]
    graph.remove_nodes_from(best)
    return len(largest_part(graph)) / (before - 3)


def bridges(region, scope, period):
    """K22: the tenth, rounded up, with the highest betweenness; never one that lies on no shortest way."""
    graph = network(region, scope, period)
    between = [value for value in nx.betweenness_centrality(graph).values() if value > 0]
    return min(ceil(len(graph) / 10), len(between))
