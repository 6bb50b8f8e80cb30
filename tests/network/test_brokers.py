"""Who holds the network together, on networks small enough to see it."""

import time
from datetime import date

import networkx as nx
import pytest

from analytics.network.brokers import bridging_ties, brokers
from tests.network.graphs import day_graph, network_from

COLUMNS = [
    "organisation_id", "name", "kind", "partners", "betweenness", "constraint", "partner_kinds", "joined_groups", "left_out",
    "is_bridge",
]  # fmt: skip


def _of(*ties, kinds=None):
    """The network of pairs such as "ab" on the day on which all work together."""
    day = date(2024, 1, 1)
    rows = [(tie, end, day, None) for tie in ties for end in tie]
    ids = sorted({end for tie in ties for end in tie})
    return network_from(rows, {one: (kinds or {}).get(one, "company") for one in ids}).on(day)


def test_one_between_two_groups_by_hand():
    # Two triangles, m between them by c and x.
    found = brokers(_of("ab", "bc", "ca", "xy", "yz", "zx", "cm", "mx", kinds={"c": "science", "x": "startup"}))
    assert list(found.columns) == COLUMNS
    by_id = found.set_index("organisation_id")
    assert list(by_id.index) == ["m", "c", "x"]
    # Of the 15 pairs of others: m lies between all 3 x 3, c between a or b and the four beyond it.
    assert by_id["betweenness"].tolist() == pytest.approx([9 / 15, 8 / 15, 8 / 15])
    assert by_id["partners"].tolist() == [2, 3, 3]
    assert by_id["partner_kinds"].tolist() == [2, 1, 1]
    assert by_id["left_out"].tolist() == [3, 2, 2]
    assert by_id["name"].tolist() == ["M", "C", "X"]
    assert by_id["is_bridge"].tolist() == [True, False, False]  # one tenth of seven, rounded up
    # m: two partners who do not know each other, half its time each (Burt 1992): 2 x (1/2)^2.
    assert by_id.loc["m", "constraint"] == pytest.approx(1 / 2)
    # c: a and b know each other and m neither: 2 x (1/3 + 1/3 x 1/2)^2 + (1/3)^2.
    assert by_id.loc["c", "constraint"] == pytest.approx(2 * (1 / 2) ** 2 + 1 / 9)


def test_who_is_cut_off_is_counted_in_the_brokers_own_part():
    # A path of five beside a clique of six: without c, d and e hang on nothing; the clique has nothing to do with it.
    clique = [one + other for one in "pqrstu" for other in "pqrstu" if one < other]
    found = brokers(_of("ab", "bc", "cd", "de", *clique)).set_index("organisation_id")
    assert found["left_out"].to_dict() == {"c": 2, "b": 1, "d": 1}


def test_only_as_many_as_asked_for_and_only_who_lies_on_a_way():
    star = day_graph(nx.star_graph(5))
    assert brokers(star)["organisation_id"].tolist() == ["0"]
    assert len(brokers(day_graph(nx.path_graph(30)), most=4)) == 4
    assert brokers(day_graph(nx.path_graph(30)), most=0).empty
    for graph in (nx.empty_graph(0), nx.empty_graph(4), nx.complete_graph(5)):
        found = brokers(day_graph(graph))
        assert list(found.columns) == COLUMNS
        assert found.empty


def test_of_equal_ones_the_first_by_id_comes_first():
    assert brokers(day_graph(nx.cycle_graph(6)))["organisation_id"].tolist() == list("012345")


def test_the_tie_between_two_groups_by_hand():
    # c-x holds three and three; the tie to w holds one only and is none.
    found = bridging_ties(_of("ab", "bc", "ca", "xy", "yz", "zx", "cx", "wa"))
    assert found.to_dict("list") == {"organisation_id": ["c"], "partner_id": ["x"], "smaller": [3]}


def test_the_ties_of_a_path_hold_the_shorter_side():
    found = bridging_ties(_of("ab", "bc", "cd", "de", "ef"))
    assert [tuple(row) for row in found.itertuples(index=False)] == [("c", "d", 3), ("b", "c", 2), ("d", "e", 2)]


def test_a_circle_hangs_on_no_tie():
    found = bridging_ties(day_graph(nx.cycle_graph(5)))
    assert list(found.columns) == ["organisation_id", "partner_id", "smaller"]
    assert found.empty
    assert bridging_ties(day_graph(nx.empty_graph(0))).empty


def test_a_network_of_bridges_only_is_searched_in_seconds():
    tree = nx.random_labeled_tree(3000, seed=1)
    started = time.process_time()
    found = bridging_ties(day_graph(tree))
    assert time.process_time() - started < 10
    assert len(found) == sum(tree.degree(one) > 1 and tree.degree(other) > 1 for one, other in tree.edges)
