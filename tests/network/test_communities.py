"""Groups: the same every time, and the same number for the same group from one day to the next."""

from datetime import date

import networkx as nx
import numpy as np
import pytest

from analytics.network.communities import by_size, communities, communities_over_time
from tests.network.graphs import as_networkx, day_graph, network_from

YEARS = [date(2021, 12, 31), date(2022, 12, 31), date(2023, 12, 31), date(2024, 12, 31)]


def _of(groups):
    """A network of cooperations (members, first day, last day or None), each member tied to all the others."""
    rows = [
        (f"c{number:02}", member, date.fromisoformat(since), date.fromisoformat(until) if until else None)
        for number, (members, since, until) in enumerate(groups)
        for member in members
    ]
    return network_from(rows, kinds=dict.fromkeys(sorted({row[1] for row in rows}), "company"))


def _numbers(network, days=YEARS):
    """By year, the members of each community by its number, as text: {2021: {0: "abc"}}."""
    found = communities_over_time(network, days)
    return {
        day.year: {
            int(number): "".join(sorted(part["organisation_id"]))
            for number, part in found[found["day"] == str(day)].groupby("community")
        }
        for day in days
    }


def test_a_group_that_grows_keeps_its_number():
    network = _of([("abc", "2021-01-01", None), ("wxyz", "2021-01-01", None), ("abcdef", "2022-06-01", None)])
    assert _numbers(network) == {
        2021: {0: "wxyz", 1: "abc"},
        2022: {0: "wxyz", 1: "abcdef"},  # now the larger one, and still number 1
        2023: {0: "wxyz", 1: "abcdef"},
        2024: {0: "wxyz", 1: "abcdef"},
    }


def test_of_two_that_merge_the_larger_ones_number_stays_and_the_other_comes_back_after_the_split():
    network = _of(
        [("abcde", "2021-01-01", None), ("xyz", "2021-01-01", None), ("abcdexyz", "2022-06-01", "2023-06-30")]
    )
    assert _numbers(network) == {
        2021: {0: "abcde", 1: "xyz"},
        2022: {0: "abcdexyz"},
        2023: {0: "abcde", 1: "xyz"},
        2024: {0: "abcde", 1: "xyz"},
    }


def test_of_two_that_part_the_larger_one_keeps_the_number_and_the_other_gets_a_new_one():
    network = _of(
        [("abcdexyz", "2021-01-01", "2021-12-31"), ("abcde", "2022-01-01", None), ("xyz", "2022-01-01", None)]
    )
    found = _numbers(network)
    assert found[2021] == {0: "abcdexyz"}
    assert found[2022] == found[2024] == {0: "abcde", 1: "xyz"}


def test_a_group_that_vanishes_and_comes_back_is_recognised_and_a_new_one_gets_no_old_number():
    network = _of(
        [
            ("abcd", "2021-01-01", None),
            ("xyz", "2021-01-01", "2021-12-31"),
            ("pqr", "2022-01-01", "2022-12-31"),
            ("xyz", "2023-01-01", None),
        ]
    )
    assert _numbers(network) == {
        2021: {0: "abcd", 1: "xyz"},
        2022: {0: "abcd", 2: "pqr"},
        2023: {0: "abcd", 1: "xyz"},
        2024: {0: "abcd", 1: "xyz"},
    }


def test_members_that_move_take_no_number_with_them():
    # c goes from the first group to the second; both stay what they were.
    network = _of(
        [
            ("abc", "2021-01-01", "2021-12-31"), ("ab", "2022-01-01", None),
            ("xyz", "2021-01-01", None), ("cxyz", "2022-01-01", None),
        ]
    )  # fmt: skip
    assert _numbers(network)[2024] == {0: "ab", 1: "cxyz"}


def test_a_day_without_a_network_is_no_break():
    network = _of([("abc", "2021-01-01", "2021-12-31"), ("xyz", "2023-01-01", None), ("abc", "2024-01-01", None)])
    assert _numbers(network) == {2021: {0: "abc"}, 2022: {}, 2023: {1: "xyz"}, 2024: {0: "abc", 1: "xyz"}}


def test_nothing_gives_no_rows():
    network = network_from([], kinds={"a": "company"})
    for days in ([], YEARS):
        found = communities_over_time(network, days)
        assert list(found.columns) == ["day", "organisation_id", "community"]
        assert found.empty


def test_every_node_of_every_day_is_in_one_group():
    network = _of([("abc", "2021-01-01", "2022-12-31"), ("cd", "2022-01-01", None), ("e", "2023-01-01", None)])
    found = communities_over_time(network, YEARS)
    for day in YEARS:
        assert found.loc[found["day"] == str(day), "organisation_id"].tolist() == network.on(day).ids
    assert communities_over_time(network, YEARS, cumulative=True)["day"].value_counts().tolist() == [5, 5, 4, 3]


@pytest.mark.parametrize("seed", range(5))
def test_the_same_network_has_the_same_groups_whatever_was_drawn_before(seed):
    network = day_graph(nx.gnp_random_graph(60, 0.08, seed=seed))
    first = communities(network)
    nx.gnp_random_graph(10, 0.5)
    np.random.default_rng().random(7)
    communities(day_graph(nx.karate_club_graph()))
    assert communities(day_graph(nx.gnp_random_graph(60, 0.08, seed=seed))).tolist() == first.tolist()


@pytest.mark.parametrize("seed", range(10))
def test_groups_are_connected_numbered_by_size_and_no_worse_than_louvains(seed):
    graph = nx.connected_caveman_graph(6, 6) if seed == 0 else nx.gnp_random_graph(50, 0.07, seed=seed)
    network = day_graph(graph)
    found = communities(network)
    sizes = np.bincount(found)
    assert (np.diff(sizes) <= 0).all()
    plain = as_networkx(network)
    parts = [{network.ids[node] for node in np.flatnonzero(found == number)} for number in range(len(sizes))]
    assert all(nx.is_connected(plain.subgraph(part)) for part in parts)
    louvain = nx.community.louvain_communities(plain, seed=1)
    assert nx.community.modularity(plain, parts) >= nx.community.modularity(plain, louvain) - 0.02


def test_parts_are_numbered_by_size_then_by_their_first_node():
    assert by_size(np.array([7, 3, 3, 9, 7, 5])).tolist() == [0, 1, 1, 2, 0, 3]
    assert by_size(np.array([], dtype=np.int64)).tolist() == []
