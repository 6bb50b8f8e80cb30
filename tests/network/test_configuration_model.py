"""What random networks of the same numbers of partners give: how sure the mean is, and that it is the same each time."""

import networkx as nx
import numpy as np
import pytest

from analytics.network import configuration_model as module
from analytics.network.configuration_model import MOST_ERROR, expectation
from tests.network.graphs import day_graph

GRAPHS = {
    "small": nx.connected_watts_strogatz_graph(15, 4, 0.2, seed=1),
    "hubs": nx.barabasi_albert_graph(60, 3, seed=1),
    "cliques": nx.connected_caveman_graph(12, 5),
}


def transitivity(graph):
    return graph.transitivity_undirected()


@pytest.mark.parametrize("name", GRAPHS)
def test_the_mean_is_as_sure_as_it_says(name):
    # The means from other chances scatter as the error says: their standard deviation is at most twice it.
    graph = day_graph(GRAPHS[name])
    found = [expectation(graph, transitivity, seed) for seed in range(1, 9)]
    assert max(one.error for one in found) <= MOST_ERROR
    assert np.std([one.mean for one in found], ddof=1) <= 2 * MOST_ERROR


def test_it_is_the_same_every_time_and_leaves_the_network_alone():
    graph = day_graph(GRAPHS["hubs"])
    before = graph.graph.get_edgelist()
    assert expectation(graph, transitivity) == expectation(graph, transitivity)
    assert graph.graph.get_edgelist() == before


def test_everybody_keeps_the_number_of_partners():
    graph = day_graph(GRAPHS["hubs"])
    degrees = graph.graph.degree()
    assert expectation(graph, lambda drawn: float(drawn.degree() == degrees)).mean == 1


def test_the_work_is_bounded(monkeypatch):
    monkeypatch.setattr(module, "MOST_EXCHANGED", 400)
    found = expectation(day_graph(GRAPHS["small"]), transitivity)
    assert found.draws == 20
    assert found.error > MOST_ERROR
