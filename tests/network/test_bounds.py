"""What grows faster than its data has a bound of its own: below it nothing changes, beyond it the answer says so."""

from datetime import date

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from analytics.language import Language
from analytics.network import Network, communities, configuration_model, costly_days, estimates, measures
from analytics.network.communities import communities_over_time
from analytics.network.history import SHAPE, history
from analytics.network.picture import drawn
from tests.benchmarks.ugly import Ugliness, Ugly
from tests.network.graphs import day_graph

GERMAN, ENGLISH = Language("de"), Language("en")
DAYS = [date(2019, 12, 31), date(2020, 12, 31), date(2021, 12, 31), date(2022, 12, 31)]


@pytest.fixture(scope="module")
def ugly():
    """A small one of the ugly shape: 200 organisations, a hub, a chain, cooperations of 60."""
    return Ugly(Ugliness(organisations=200, ties=400, hub=80, chain=40, large=1, events=6, guests=50))


@pytest.fixture
def tight(monkeypatch):
    """Bounds so small that the ugly one is beyond all of them."""
    monkeypatch.setattr(communities, "MOST_REFINED", 100)
    monkeypatch.setattr(measures, "MOST_WALKED", 1)
    monkeypatch.setattr(measures, "MOST_STEPPED", 100)
    monkeypatch.setattr(measures, "_FEWEST_ASKED", 50)
    monkeypatch.setattr(configuration_model, "MOST_TIES", 100)


def test_an_ordinary_network_has_no_estimates(ugly):
    graph = ugly.network().on(None, cumulative=True)
    assert estimates.estimated(graph) == {}
    assert estimates.in_words(graph, GERMAN) == []
    assert estimates.days_in_words(ugly.network(), DAYS, GERMAN) == []


@pytest.mark.usefixtures("tight")
def test_every_estimate_is_told_in_both_languages(ugly):
    graph = ugly.network().on(None, cumulative=True)
    found = estimates.estimated(graph)
    assert found == {
        "betweenness": 100,
        "groups": len(graph.nodes) + len(graph.ends),
        "two_step_reach": 50,
        "clustering_expected": len(graph.ends),
    }
    for language in (GERMAN, ENGLISH):
        told = estimates.in_words(graph, language)
        assert len(told) == len(found)
        assert all(language.number(number) in sentence for number, sentence in zip(found.values(), told, strict=True))
        assert told[-1].endswith(f" {language.number(100)}.")
    assert estimates.estimated(graph, ["groups"]).keys() == {"groups"}


def test_groups_of_a_very_large_network_are_nearly_as_good(ugly, monkeypatch):
    graph = ugly.network().on(None, cumulative=True)
    refined = measures.modularity(graph)
    monkeypatch.setattr(communities, "MOST_REFINED", 1)
    rough = communities.communities(graph)
    assert measures.modularity(graph) == pytest.approx(refined, abs=0.02)
    assert (communities.communities(graph) == rough).all()


def test_two_step_reach_of_a_very_dense_network_is_that_of_some(monkeypatch):
    # In a star everybody reaches everybody over the middle, so that any choice gives 1.
    star = day_graph(nx.star_graph(60))
    dense = day_graph(nx.gnp_random_graph(300, 0.02, seed=1))
    exact = measures.two_step_reach(dense)
    monkeypatch.setattr(measures, "MOST_STEPPED", 100)
    monkeypatch.setattr(measures, "_FEWEST_ASKED", 20)
    assert measures.reach_asked(star) == 20
    assert measures.two_step_reach(star) == 1.0
    assert measures.two_step_reach(dense) == pytest.approx(exact, rel=0.3)


def test_a_network_with_too_many_ties_is_not_compared_with_chance(monkeypatch):
    # Four that all work together: 6 ties, all triangles closed, in every random network of these degrees, too.
    graph = day_graph(nx.complete_graph(4))
    assert measures.clustering_expected(graph) == 1.0
    monkeypatch.setattr(configuration_model, "MOST_TIES", 5)
    assert measures.clustering_expected(graph) is None
    assert measures.clustering(graph) == 1.0


def test_triangles_are_counted_in_parts_alike(monkeypatch):
    graph = nx.gnp_random_graph(60, 0.3, seed=1)
    network = day_graph(graph)
    whole = measures.clustering(network)
    assert whole == pytest.approx(nx.transitivity(graph))
    monkeypatch.setattr(measures, "_STEPS_AT_ONCE", 50)
    assert measures.clustering(network) == whole


def test_the_expectation_of_a_large_network_needs_fewer_draws(monkeypatch):
    graph = day_graph(nx.gnp_random_graph(200, 0.05, seed=1))
    sure = configuration_model.expectation(graph, lambda one: one.transitivity_undirected())
    monkeypatch.setattr(configuration_model, "LARGE", 10)
    found = configuration_model.expectation(graph, lambda one: one.transitivity_undirected())
    assert 40 <= found.draws <= sure.draws
    assert found.mean == pytest.approx(sure.mean, abs=5 * (found.error + sure.error))


def test_the_latest_days_are_looked_at_until_the_bound_is_reached(ugly, monkeypatch):
    network = ugly.network()
    whole = history(network, DAYS, chosen=["nodes", "clustering", "modularity"])
    sizes = [network.size_on(day) for day in DAYS]
    monkeypatch.setattr(costly_days, "MOST_LOOKED_AT", sum(sizes[1:]))
    assert costly_days.costly_days(network, DAYS) == set(DAYS[1:])
    found = history(network, DAYS, chosen=["nodes", "clustering", "modularity"])
    assert found["nodes"].equals(whole["nodes"])
    assert found["modularity"].isna().tolist() == [True, False, False, False]
    assert found["clustering"].isna().tolist() == [True, False, False, False]
    assert found["modularity"][1:].equals(whole["modularity"][1:])
    assert sorted(communities_over_time(network, DAYS)["day"].unique()) == [pd.Timestamp(day) for day in DAYS[1:]]
    assert estimates.days_in_words(network, DAYS, ENGLISH) == [
        "The network is very large: for 1 earlier moment groups and measures of its shape are not computed."
    ]
    twice = [*DAYS, *DAYS]
    assert costly_days.costly_days(network, twice) == set(DAYS[1:])
    assert estimates.days_in_words(network, twice, ENGLISH) == estimates.days_in_words(network, DAYS, ENGLISH)
    monkeypatch.setattr(costly_days, "MOST_LOOKED_AT", 0)
    assert costly_days.costly_days(network, DAYS) == set(DAYS[2:])


def test_what_ever_was_is_more_to_look_at_than_what_is(monkeypatch):
    # a and b work together in 2019 only: of each later day 3 memberships and ties ever were, none is any more.
    since, until = pd.to_datetime(["2019-01-01"]).as_unit("us"), pd.to_datetime(["2019-12-31"]).as_unit("us")
    spans = pd.DataFrame({"cooperation_id": "c", "since": since, "until": until})
    ties = spans.assign(organisation_id="a", partner_id="b")
    memberships = pd.concat([spans.assign(organisation_id=name) for name in "ab"], ignore_index=True)
    organisations = pd.DataFrame({"organisation_id": list("ab")})
    network = Network(organisations, pd.DataFrame({"cooperation_id": ["c"]}), memberships, ties)
    monkeypatch.setattr(costly_days, "MOST_LOOKED_AT", 8)
    assert costly_days.costly_days(network, DAYS) == set(DAYS)
    assert costly_days.costly_days(network, DAYS, cumulative=True) == set(DAYS[2:])
    assert estimates.days_in_words(network, DAYS, GERMAN) == []
    assert len(estimates.days_in_words(network, DAYS, GERMAN, cumulative=True)) == 1


def test_the_size_of_a_day_is_that_of_its_memberships_and_ties():
    since = pd.to_datetime(["2020-01-01", "2020-01-01", "2021-01-01"]).as_unit("us")
    until = pd.to_datetime(["2020-06-30", None, None]).as_unit("us")
    memberships = pd.DataFrame({"cooperation_id": "c", "organisation_id": list("abb"), "since": since, "until": until})
    ties = memberships.iloc[1:2].assign(organisation_id="a", partner_id="b")
    organisations = pd.DataFrame({"organisation_id": list("ab")})
    network = Network(organisations, pd.DataFrame({"cooperation_id": ["c"]}), memberships, ties)
    assert [network.size_on(day) for day in (date(2019, 1, 1), date(2020, 3, 1), date(2022, 1, 1))] == [0, 3, 3]
    assert network.size_on(date(2022, 1, 1), cumulative=True) == 4
    assert set(SHAPE) & {"modularity", "two_step_reach", "robustness"} == {"modularity", "two_step_reach", "robustness"}


def test_a_picture_of_a_network_of_ordinary_size_is_all_of_it(ugly):
    network = ugly.network()
    found = drawn.drawn(network)
    assert found.network is network
    assert found.note(GERMAN) == ""


def test_a_picture_shows_the_best_connected_and_says_so(monkeypatch):
    # a has three partners, b and c two each and one another; d has only a.
    pairs = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c")]
    since = pd.Timestamp("2024-01-01")
    ties = pd.DataFrame(pairs, columns=["organisation_id", "partner_id"]).assign(since=since, until=pd.NaT)
    ties["cooperation_id"] = ["ab", "ac", "ad", "bc"]
    members = pd.DataFrame([(name, one) for name in ties["cooperation_id"] for one in name])
    members.columns = ["cooperation_id", "organisation_id"]
    organisations = pd.DataFrame({"organisation_id": list("abcde")})
    cooperations = pd.DataFrame({"cooperation_id": ties["cooperation_id"]})
    network = Network(organisations, cooperations, members.assign(since=since, until=pd.NaT), ties)
    for bound, most in (("MOST_NODES", 3), ("MOST_TIES", 3)):
        with monkeypatch.context() as bounded:
            bounded.setattr(drawn, bound, most)
            found = drawn.drawn(network)
        assert found.network.organisations["organisation_id"].tolist() == ["a", "b", "c"]
        assert found.network.cooperation_ties["cooperation_id"].tolist() == ["ab", "ac", "bc"]
        assert "die 3 bestvernetzten von 4 Organisationen" in found.note(GERMAN)


def test_the_largest_events_are_left_out_of_a_picture_first(monkeypatch):
    guests = pd.DataFrame({"event_id": np.repeat(["x", "y", "z"], [4, 2, 3]), "organisation_id": list("abcdabcde"[:9])})
    assert drawn.few_guests(guests)[1] == 0
    monkeypatch.setattr(drawn, "MOST_GUESTS", 5)
    kept, left_out = drawn.few_guests(guests)
    assert (sorted(set(kept["event_id"])), left_out) == (["y", "z"], 1)
