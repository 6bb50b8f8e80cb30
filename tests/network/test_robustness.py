"""What holds together without the best-connected tenth: by hand, and where there are too many choices to list."""

import networkx as nx
import pytest

from analytics.network import robustness as module
from analytics.network.robustness import Robustness, robustness, robustness_share
from tests.network.graphs import day_graph


def test_among_equals_it_is_the_mean_over_every_choice():
    # A path of six: four have two partners, three of them go. Without b, c and d or c, d and e two are left together;
    # without b, c and e or b, d and e none are.
    found = robustness(day_graph(nx.path_graph(6)))
    assert found == Robustness(lost=3, left=3, held=1.5, low=1, high=2, is_exact=True)
    assert robustness_share(day_graph(nx.path_graph(6))) == 1 / 2


@pytest.mark.parametrize(("size", "lost"), [(5, 3), (30, 3), (31, 4), (40, 4), (41, 5)])
def test_a_tenth_is_lost_rounded_up_and_three_at_least(size, lost):
    found = robustness(day_graph(nx.complete_graph(size)))
    assert (found.lost, found.left, found.held, found.low, found.high) == (lost, size - lost, *[size - lost] * 3)


@pytest.mark.parametrize("size", range(5))
def test_where_too_little_would_be_left_it_is_undefined(size):
    assert robustness(day_graph(nx.path_graph(size))) is None


def test_only_the_largest_part_speaks():
    # A path of five and a pair: the middle three go, the two ends are apart; the pair never belonged to them.
    found = robustness(day_graph(nx.disjoint_union(nx.path_graph(5), nx.path_graph(2))))
    assert (found.held, found.left) == (1, 2)


def test_of_several_largest_parts_it_is_the_mean():
    # All of a clique of six stay together, a star of five falls apart.
    found = robustness(day_graph(nx.disjoint_union(nx.complete_graph(6), nx.star_graph(5))))
    assert found == Robustness(lost=3, left=3, held=2, low=1, high=3, is_exact=True)


@pytest.mark.parametrize("seed", [0, 1])
def test_drawn_it_is_what_listed_it_would_be(seed, monkeypatch):
    graph = day_graph(nx.connected_watts_strogatz_graph(60, 4, 0.2, seed=seed))
    listed = robustness(graph)
    monkeypatch.setattr(module, "_MOST_LISTED", 10)
    drawn = robustness(graph)
    assert listed.is_exact
    assert not drawn.is_exact
    assert robustness(graph) == drawn
    assert drawn.held / drawn.left == pytest.approx(listed.held / listed.left, abs=5 * 2e-4)
    assert listed.low <= drawn.low <= drawn.high <= listed.high


def test_a_star_of_very_many_costs_no_more_than_its_size():
    found = robustness(day_graph(nx.star_graph(20_000)))
    assert (found.lost, found.held) == (2001, 1)
