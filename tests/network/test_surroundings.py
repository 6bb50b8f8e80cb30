"""What lies around one organisation: a triangle a-b-c, d hanging on c, and a pair e-f apart; g works alone.

organisations:
organisation_id | name  | kind
a               | Alpha | company
b               | Beta  | science
c               | Gamma | startup
d               | Delta | company
e               | Eps   | public
f               | Zeta  | company
g               | Eta   | company
h               | Theta | company

cooperations:
cooperation_id | title | kind
k1             | Three | pilot
k2             | Two   | pilot
k3             | Apart | pilot
k4             | Alone | pilot

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-01-01
k2             | 3     | 2024-02-01
k3             | 3     | 2024-01-01
k4             | 3     | 2024-01-01

cooperation_members:
cooperation_id | organisation_id | left_on
k1             | a               |
k1             | b               |
k1             | c               |
k2             | c               |
k2             | d               |
k3             | e               |
k3             | f               |
k4             | g               |
k4             | h               | 2023-12-31
"""

from datetime import date
from itertools import pairwise

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.network import Network
from analytics.network.surroundings import ego_network, shortest_path
from analytics.warehouse import View, current

DAY = date(2024, 6, 30)


@pytest.fixture
def graph(view):
    return Network.of(view).on(DAY)


def test_partners_with_their_own_partners_and_the_ties_among_them(graph):
    nodes, ties = ego_network(graph, "a")
    assert nodes.to_numpy().tolist() == [
        ["a", "Alpha", "company", 2],
        ["b", "Beta", "science", 2],
        ["c", "Gamma", "startup", 3],
    ]
    assert {frozenset(pair) for pair in ties.to_numpy().tolist()} == {
        frozenset("ab"), frozenset("ac"), frozenset("bc")
    }  # fmt: skip


def test_whoever_hangs_on_one(graph):
    nodes, ties = ego_network(graph, "d")
    assert list(nodes["organisation_id"]) == ["d", "c"]
    assert len(ties) == 1


def test_alone_unknown_or_not_in_the_network(graph):
    assert list(ego_network(graph, "g")[0]["organisation_id"]) == ["g"]
    for organisation in ("h", "nobody"):
        nodes, ties = ego_network(graph, organisation)
        assert nodes.empty
        assert ties.empty


def test_the_shortest_way(graph):
    assert shortest_path(graph, "a", "d") == ["a", "c", "d"]
    assert shortest_path(graph, "d", "a") == ["d", "c", "a"]
    assert shortest_path(graph, "a", "b") == ["a", "b"]
    assert shortest_path(graph, "a", "a") == ["a"]


def test_no_way(graph):
    assert shortest_path(graph, "a", "e") == []
    assert shortest_path(graph, "a", "g") == []
    assert shortest_path(graph, "a", "h") == []
    assert shortest_path(graph, "nobody", "a") == []


def test_before_the_tie_began_there_was_no_way(view):
    assert shortest_path(Network.of(view).on(date(2024, 1, 31)), "a", "d") == []


@pytest.fixture(scope="module")
def demo(demo_store):
    graph = Network.of(View(current(demo_store))).on(date(2025, 12, 31))
    oracle = networkx.Graph()
    oracle.add_nodes_from(graph.ids)
    oracle.add_edges_from((graph.ids[one], graph.ids[other]) for one, other in graph.links)
    return graph, oracle


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_on_the_demo_it_agrees_with_networkx(demo, data):
    graph, oracle = demo
    start, end = (data.draw(st.sampled_from(graph.ids)) for _ in range(2))
    found = shortest_path(graph, start, end)
    if networkx.has_path(oracle, start, end):
        assert len(found) - 1 == networkx.shortest_path_length(oracle, start, end)
        assert (found[0], found[-1]) == (start, end)
        assert all(oracle.has_edge(one, other) for one, other in pairwise(found))
    else:
        assert found == []
    nodes, ties = ego_network(graph, start)
    assert set(nodes["organisation_id"]) == {start, *oracle[start]}
    assert len(ties) == networkx.ego_graph(oracle, start).number_of_edges()
    assert dict(zip(nodes["organisation_id"], nodes["partners"], strict=True)) == dict(
        oracle.degree(nodes["organisation_id"])
    )
