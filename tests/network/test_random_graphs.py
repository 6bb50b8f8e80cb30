"""The measures on 200 random networks, beside what NetworkX finds: of every shape, disconnected and empty ones, too."""

import math
import random
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from analytics.network import measures
from analytics.network.brokers import bridging_ties, brokers
from analytics.network.communities import communities
from analytics.network.history import MEASURES
from tests.network.graphs import day_graph

KINDS = ("company", "multiplier", "public", "science", "startup", "unknown")


def _isolates_among(chance):
    graph = nx.gnp_random_graph(chance.randint(2, 25), 0.2, seed=chance)
    graph.add_nodes_from(range(100, 100 + chance.randint(1, 8)))
    return graph


def _cliques(chance):
    """What cooperations of many make: every group's members tied, some in several groups."""
    graph = nx.empty_graph(chance.randint(5, 40))
    for _ in range(chance.randint(1, 12)):
        group = chance.sample(list(graph), chance.randint(1, 5))
        graph.add_edges_from((one, other) for one in group for other in group if one < other)
    return graph


SHAPES = (
    lambda chance: nx.gnp_random_graph(chance.randint(3, 45), chance.choice([0.02, 0.05, 0.15, 0.5]), seed=chance),
    lambda chance: nx.barabasi_albert_graph(chance.randint(5, 40), chance.randint(1, 4), seed=chance),
    lambda chance: nx.random_labeled_tree(chance.randint(3, 30), seed=chance),
    lambda chance: nx.disjoint_union_all([nx.gnp_random_graph(chance.randint(1, 12), 0.4, seed=chance) for _ in range(4)]),
    _isolates_among,
    _cliques,
    lambda chance: nx.star_graph(chance.randint(1, 12)),
    lambda chance: nx.connected_watts_strogatz_graph(chance.randint(6, 40), 4, 0.2, seed=chance),
    lambda chance: nx.complete_graph(chance.randint(0, 6)),
    lambda chance: nx.empty_graph(chance.randint(0, 3)),
)  # fmt: skip


def _random_graph(seed):
    """A graph of the seed's shape, its nodes in a shuffled order, with kinds and perhaps a coordinator."""
    chance = random.Random(seed)
    graph = SHAPES[seed % len(SHAPES)](chance)
    kinds = chance.sample(KINDS, chance.randint(1, len(KINDS)))
    for node in graph:
        graph.nodes[node]["kind"] = chance.choice(kinds)
    if len(graph) and chance.random() < 0.5:
        graph.nodes[chance.choice(list(graph))]["is_coordinator"] = True
    order = list(graph)
    chance.shuffle(order)
    shuffled = nx.Graph()
    shuffled.add_nodes_from((node, graph.nodes[node]) for node in order)
    shuffled.add_edges_from(graph.edges)
    return shuffled


@pytest.fixture(params=range(200))
def graph(request):
    return _random_graph(request.param)


def test_every_measure_is_what_networkx_finds(graph):
    network = day_graph(graph)
    groups = communities(network)
    expected = _by_networkx(graph, [set(np.array(list(graph))[groups == one]) for one in set(groups.tolist())])
    found = {name: measure(network) for name, measure in MEASURES.items() if name in expected}
    assert found == pytest.approx(expected, abs=1e-9)


def _by_networkx(graph, groups):
    """The measures by NetworkX; None where their definition leaves them without a value."""
    count, ties = graph.number_of_nodes(), graph.number_of_edges()
    degrees = dict(graph.degree)
    meets = sum(degree * (degree - 1) for degree in degrees.values())
    sizes = sorted((len(part) for part in nx.connected_components(graph)), reverse=True)
    kinds = nx.get_node_attributes(graph, "kind")
    crossing = sum(kinds[one] != kinds[other] for one, other in graph.edges)
    is_known = any(kinds[end] != "unknown" for tie in graph.edges for end in tie)
    within_two = [len(nx.single_source_shortest_path_length(graph, node, cutoff=2)) - 1 for node in graph]
    return {
        "nodes": count,
        "ties": ties,
        "mean_partners": sum(degrees.values()) / count if count else None,
        "components": len(sizes),
        "largest_component_share": sizes[0] / count if ties else None,
        "clustering": nx.transitivity(graph) if meets else None,
        "modularity": nx.community.modularity(graph, groups) if ties else None,
        "degree_centralisation": _centralisation(list(degrees.values())),
        "cross_sector_share": crossing / ties if is_known else None,
        "cross_sector_expected": _crossing_at_random(graph) if is_known else None,
        "ei_index": (crossing - (ties - crossing)) / ties if is_known else None,
        "two_step_reach": sum(within_two) / (count * (count - 1)) if count > 1 else None,
        "robustness": _robustness(graph),
        "robustness_without_coordinator": _without_coordinator(graph),
    }


def _centralisation(degrees):
    """Freeman's: the differences from the largest, as a share of those in a star of as many."""
    if len(degrees) < 3:
        return None
    star = list(dict(nx.star_graph(len(degrees) - 1).degree).values())
    return sum(max(degrees) - one for one in degrees) / sum(max(star) - one for one in star)


def _crossing_at_random(graph):
    mixed = nx.attribute_mixing_matrix(graph, "kind")
    return 1 - float(mixed.sum(axis=1) @ mixed.sum(axis=0))


def _robustness(graph):
    """The mean over every choice among equals, and over equally large components; None where too little is left."""
    parts = [graph.subgraph(part) for part in nx.connected_components(graph)]
    size = max(map(len, parts), default=0)
    if size < 5:
        return None
    lost = max(3, math.ceil(size / 10))
    held = [np.mean(_held_by_choice(part, lost)) for part in parts if len(part) == size]
    return float(np.mean(held)) / (size - lost)


def _held_by_choice(part, lost):
    """For every choice among equals how many hold together without the ``lost`` best-connected."""
    degrees = sorted(dict(part.degree).values(), reverse=True)
    surely = [node for node in part if part.degree[node] > degrees[lost - 1]]
    equals = [node for node in part if part.degree[node] == degrees[lost - 1]]
    left = (part.subgraph(set(part) - {*surely, *gone}) for gone in combinations(equals, lost - len(surely)))
    return [max(map(len, nx.connected_components(graph))) for graph in left]


def _without_coordinator(graph):
    lost = [
        node for node, is_coordinator in graph.nodes(data="is_coordinator") if is_coordinator and graph.degree(node)
    ]
    return _held(graph, max(nx.connected_components(graph), key=len), lost) if lost else None


def _held(graph, largest, lost):
    rest = graph.subgraph(set(graph) - set(lost))
    return min(len(max(nx.connected_components(rest), key=len)) / len(largest - set(lost)), 1)


def test_betweenness_is_what_networkx_finds(graph):
    expected = list(nx.betweenness_centrality(graph).values())
    assert measures.betweenness(day_graph(graph)) == pytest.approx(expected, abs=1e-9)


def test_the_bridges_are_the_top_tenth_of_networkxs_betweenness(graph):
    values = {node: round(value, 9) for node, value in nx.betweenness_centrality(graph).items()}
    network = day_graph(graph)
    ranked = sorted(graph, key=lambda node: (-values[node], -graph.degree(node)))  # of equals, in the graph's order
    expected = [str(node) for node in ranked[: math.ceil(len(graph) / 10)] if values[node] > 0]
    assert [network.ids[node] for node in measures.bridges(network)] == expected
    assert measures.count_bridges(network) == len(expected)


def test_the_mixing_matrix_is_what_networkx_finds(graph):
    found = measures.mixing(day_graph(graph)).set_index(["kind", "partner_kind"])
    ends = {kinds for tie in graph.edges for kinds in [graph.nodes[end]["kind"] for end in tie]}
    kinds = sorted(ends)
    assert list(found.index) == [(one, other) for place, one in enumerate(kinds) for other in kinds[place:]]
    if not kinds:
        return
    mapping = {kind: place for place, kind in enumerate(kinds)}
    # NetworkX counts a tie from both its ends; a kind nobody with a tie has is none of the mapping's.
    tied = graph.edge_subgraph(graph.edges)
    counts = nx.attribute_mixing_matrix(tied, "kind", mapping=mapping, normalized=False)
    shares = counts / counts.sum()
    for (one, other), row in found.iterrows():
        here, there = mapping[one], mapping[other]
        halved = 2 if one == other else 1
        assert row["ties"] == counts[here, there] / halved
        at_random = shares.sum(axis=1)[here] * shares.sum(axis=0)[there] * counts.sum() / halved
        assert row["expected"] == pytest.approx(at_random, abs=1e-9)
        assert row["ratio"] == pytest.approx(row["ties"] / at_random, abs=1e-9)
    assert found["ties"].sum() == found["expected"].sum().round(9) == graph.number_of_edges()


def test_brokers_are_what_networkx_finds(graph):
    found = brokers(day_graph(graph), most=len(graph)).set_index("organisation_id")
    values = {str(node): value for node, value in nx.betweenness_centrality(graph).items()}
    assert found["betweenness"].to_dict() == pytest.approx(
        {one: value for one, value in values.items() if value > 1e-12}
    )
    assert found["betweenness"].is_monotonic_decreasing
    constraint = nx.constraint(graph) if len(graph) else {}
    cuts = set(nx.articulation_points(graph))
    for node in graph:
        if str(node) not in found.index:
            assert node not in cuts
            continue
        row = found.loc[str(node)]
        assert row["partners"] == graph.degree(node)
        assert row["constraint"] == pytest.approx(constraint[node], abs=1e-9)
        assert (row["left_out"] > 0) == (node in cuts)
        assert row["partner_kinds"] == len({graph.nodes[one]["kind"] for one in graph[node]})
        rest = graph.subgraph(nx.node_connected_component(graph, node) - {node})
        sizes = [len(part) for part in nx.connected_components(rest)]
        assert row["left_out"] == sum(sizes) - max(sizes)


def test_bridging_ties_are_what_networkx_finds(graph):
    found = {
        (one, other): smaller
        for one, other, smaller in bridging_ties(day_graph(graph)).itertuples(index=False, name=None)
    }
    expected = {}
    place = {node: number for number, node in enumerate(graph)}
    for tie in nx.bridges(graph):
        one, other = sorted(tie, key=place.get)
        left = nx.restricted_view(graph, [], [tie])
        smaller = min(len(nx.node_connected_component(left, end)) for end in tie)
        if smaller > 1:
            expected[str(one), str(other)] = smaller
    assert found == expected


def test_nothing_is_undefined_but_what_says_so(graph):
    undefined = {name for name, measure in MEASURES.items() if measure(day_graph(graph)) is None}
    meets = any(degree > 1 for _, degree in graph.degree)
    sizes = [len(part) for part in nx.connected_components(graph)]
    kinds = nx.get_node_attributes(graph, "kind")
    is_known = any(kinds[end] != "unknown" for tie in graph.edges for end in tie)
    led = any(graph.degree(node) for node, is_coordinator in graph.nodes(data="is_coordinator") if is_coordinator)
    expected = {
        "mean_partners": len(graph),
        "largest_component_share": graph.number_of_edges(),
        "clustering": meets,
        "clustering_expected": meets,
        "modularity": graph.number_of_edges(),
        "degree_centralisation": len(graph) >= 3,
        "cross_sector_share": is_known,
        "cross_sector_expected": is_known,
        "ei_index": is_known,
        "two_step_reach": len(graph) >= 2,
        "robustness": max(sizes, default=0) > 4,
        "robustness_without_coordinator": led,
    }
    assert undefined == {name for name, is_defined in expected.items() if not is_defined}


@pytest.mark.parametrize("seed", [0, 1, 3, 5, 7])
def test_clustering_expected_is_what_networkxs_swaps_give(seed):
    graph = _random_graph(seed)
    if nx.transitivity(graph) == 0:
        graph = nx.barabasi_albert_graph(30, 3, seed=seed)
    drawn = []
    for number in range(60):
        swapped = graph.copy()
        nx.double_edge_swap(swapped, nswap=3 * swapped.number_of_edges(), max_tries=100_000, seed=1000 * seed + number)
        drawn.append(nx.transitivity(swapped))
    # Both are means of draws from the same networks; ours is known far better.
    error = np.std(drawn) / math.sqrt(60)
    assert measures.clustering_expected(day_graph(graph)) == pytest.approx(np.mean(drawn), abs=4 * error + 1e-9)
