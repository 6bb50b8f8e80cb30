"""Where organisations stand: the same every time, apart from each other, their groups side by side."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import Delaunay
from scipy.spatial.distance import pdist

from analytics.network import Network
from analytics.network.communities import communities
from analytics.network.picture.discs import placed_discs
from analytics.network.picture.layout import ROOM, layout
from analytics.network.picture.spacing import LEAST, apart, free_place
from analytics.warehouse import View, current
from tests.network.graphs import day_graph

LEAST_SEEN = 0.8 * LEAST
"""In a crowded disc not everybody can be as far from everybody as wished."""


def _groups(*sizes, between=0, seed=1):
    """Cliques of the sizes, with some ties between them."""
    chance = np.random.default_rng(seed)
    graph = nx.disjoint_union_all([nx.complete_graph(size) for size in sizes])
    for _ in range(between):
        graph.add_edge(*chance.choice(len(graph), 2, replace=False).tolist())
    return graph


GRAPHS = {
    "club": nx.karate_club_graph(),
    "groups": _groups(3, 5, 8, 13, 21, between=12),
    "apart": _groups(12, 7, 4, 4, 2, 1, 1, 1),
    "star": nx.star_graph(30),
    "tree": nx.random_labeled_tree(120, seed=1),
    "clique": nx.complete_graph(40),
    "large group": nx.gnp_random_graph(150, 0.2, seed=1),
    "scattered": nx.gnp_random_graph(120, 0.015, seed=2),
    "path": nx.path_graph(50),
}


@pytest.fixture(params=GRAPHS)
def graph(request):
    return GRAPHS[request.param]


def _places(frame):
    return frame[["x", "y"]].to_numpy()


def test_the_layout_holds_every_node_once_at_a_real_place(graph):
    found = layout(day_graph(graph))
    assert found["organisation_id"].tolist() == [str(node) for node in graph]
    assert np.isfinite(_places(found)).all()
    assert found["group"].tolist() == communities(day_graph(graph)).tolist()


def test_the_layout_is_the_same_every_time_whatever_was_drawn_before(graph):
    first = layout(day_graph(graph))
    layout(day_graph(nx.gnp_random_graph(20, 0.3)))
    assert layout(day_graph(graph)).equals(first)


def test_nobody_stands_on_anybody(graph):
    assert pdist(_places(layout(day_graph(graph)))).min() >= LEAST_SEEN


def test_groups_stand_beside_each_other(graph):
    found = layout(day_graph(graph))
    sizes = found["group"].value_counts().sort_index().to_numpy()
    middles = found.groupby("group")[["x", "y"]].mean().to_numpy()
    # Whoever is in a group stands nearer to its own group's members than any disc around it reaches.
    for number, (middle, size) in enumerate(zip(middles, sizes, strict=True)):
        far = np.hypot(*(_places(found) - middle).T)
        inside = far[found["group"] == number]
        assert inside.max() <= 2 * (ROOM * np.sqrt(size) + 1)
    if len(sizes) > 1:
        assert _overlapping_hulls(found) == 0


def _overlapping_hulls(found):
    """How many members of one group stand within the triangle of three of another."""
    inside = 0
    for number in found["group"].unique():
        own, others = found[found["group"] == number], found[found["group"] != number]
        if len(own) < 3:
            continue
        inside += int((Delaunay(_places(own)).find_simplex(_places(others)) >= 0).sum())
    return inside


def test_the_discs_of_groups_never_overlap_and_partners_stand_nearer():
    chance = np.random.default_rng(3)
    for count in (1, 2, 5, 12, 30):
        weights = np.triu(chance.poisson(0.4, (count, count)) * 3.0, 1)
        weights += weights.T
        sizes = np.sort(chance.integers(1, 60, count))[::-1]
        centres, radii = placed_discs(weights, sizes, 0.72, 0.85)
        between = [
            np.hypot(*(centres[one] - centres[other])) - radii[one] - radii[other]
            for one in range(count)
            for other in range(one)
        ]
        assert min(between, default=0) > -0.05 * radii.min()


def test_groups_with_ties_stand_nearer_to_each_other_than_those_without():
    nearer = []
    for seed in range(10):
        chance = np.random.default_rng(seed)
        weights = np.triu(chance.random((14, 14)) < 0.15, 1) * 10.0
        centres, _ = placed_discs(weights + weights.T, np.full(14, 10), 0.72, 0.85)
        far = pdist(centres)
        tied = weights[np.triu_indices(14, 1)] > 0
        nearer.append(far[tied].mean() / far[~tied].mean())
    assert max(nearer) < 0.9
    assert np.mean(nearer) < 0.75


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_smallest_networks_have_a_layout(count):
    for graph in (nx.empty_graph(count), nx.complete_graph(count)):
        found = layout(day_graph(graph))
        assert list(found.columns) == ["organisation_id", "x", "y", "group"]
        assert len(found) == count
        assert len(found) < 2 or pdist(_places(found)).min() >= LEAST


def test_the_demo_and_the_real_region_are_no_hairball(demo_store, real_store):
    for store in (demo_store, real_store):
        network = Network.of(View(current(store))).on(None, cumulative=True)
        found = layout(network)
        places = _places(found)
        assert pdist(places).min() >= 0.6 * LEAST
        # Ties inside groups are short beside the whole: what belongs together stands together.
        ends = network.links
        length = np.hypot(*(places[ends[:, 0]] - places[ends[:, 1]]).T)
        within = found["group"].to_numpy()[ends[:, 0]] == found["group"].to_numpy()[ends[:, 1]]
        across = np.hypot(*np.ptp(places, axis=0))
        assert np.median(length[within]) < 0.2 * across
        assert _overlapping_hulls(found) <= 0.02 * len(found)


@given(st.lists(st.tuples(*[st.floats(-3, 3)] * 2), max_size=12))
@settings(deadline=None, max_examples=60)
def test_points_with_room_are_put_apart_within_their_disc(points):
    places = np.array(points, dtype=float).reshape(-1, 2)
    found = apart(places, radius=8)
    assert len(found) == len(places)
    assert np.hypot(*found.T).max(initial=0) <= 8 + 1e-9
    assert len(found) < 2 or pdist(found).min() >= 0.9 * LEAST


@given(st.lists(st.tuples(*[st.floats(-5, 5)] * 2), max_size=40), st.tuples(*[st.floats(-5, 5)] * 2))
@settings(deadline=None, max_examples=60)
def test_a_free_place_is_free_and_the_wanted_one_where_that_is(points, wanted):
    taken = np.array(points, dtype=float).reshape(-1, 2)
    place = free_place(taken, np.array(wanted))
    far = np.hypot(*(taken - place).T)
    assert (far >= LEAST - 1e-9).all()
    if (np.hypot(*(taken - np.array(wanted)).T) >= LEAST).all():
        assert place == pytest.approx(np.array(wanted))
