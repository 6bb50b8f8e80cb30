"""A store that was never meant to be: what would multiply is left out and told, so that everything still answers."""

import json
from datetime import date

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from analytics.commands.run import run
from analytics.intake.hints import Hints
from analytics.intake.importing import import_files
from analytics.model.limits import MOST_MEMBERS
from analytics.network import Network, measures
from analytics.network.brokers import bridging_ties
from analytics.network.encounters.encounters import Encounters
from analytics.network.introductions.acquaintances import Acquaintances
from analytics.network.picture.discs import MOST_PULLED
from analytics.network.picture.layout import layout
from analytics.network.picture.positions import settled
from analytics.store import Store
from analytics.warehouse import View, build
from tests.network.graphs import day_graph

DAY = date(2024, 6, 30)
MEMBERS = {"programme": MOST_MEMBERS + 1, "consortium": MOST_MEMBERS, "pair": 2}
TIES = MOST_MEMBERS * (MOST_MEMBERS - 1) // 2


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """One cooperation of 61 members, one of 60 of them, and a pair of these."""
    folder = tmp_path_factory.mktemp("files")
    ids = [f"o{number:03}" for number in range(MOST_MEMBERS + 1)]
    tables = {
        "organisations": [{"organisation_id": one, "name": f"Firm {one}", "kind": "company"} for one in ids],
        "cooperations": [{"cooperation_id": one, "title": one, "kind": "pilot"} for one in MEMBERS],
        "cooperation_stages": [{"cooperation_id": one, "stage": 3, "since": "2024-01-01"} for one in MEMBERS],
        "cooperation_members": [
            {"cooperation_id": one, "organisation_id": member} for one, size in MEMBERS.items() for member in ids[:size]
        ],
        "events": [{"event_id": "e", "title": "E", "starts_on": "2024-06-30", "format": "forum", "status": "held"}],
    }
    for name, rows in tables.items():
        pd.DataFrame(rows).to_csv(folder / f"{name}.csv", index=False)
    made = Store(tmp_path_factory.mktemp("hostile"))
    assert import_files(made, [folder], Hints(allow_large=True)).rejections == []
    build(made)
    return made


@pytest.fixture(scope="module")
def view(store):
    return View(build(store))


def test_a_cooperation_beyond_the_limit_has_members_and_no_ties(view):
    day = Network.of(view).on(DAY)
    assert (len(day.nodes), len(day.ends), day.cooperations) == (MOST_MEMBERS + 1, TIES, 3)
    assert day.largest_component == MOST_MEMBERS


def test_nobody_is_in_contact_through_it(view):
    assert len(Encounters.of(view).couples) == TIES
    contacts = Acquaintances.of(view).contacts
    assert set(contacts["cooperation_id"]) == {"consortium", "pair"}


def test_the_command_tells_of_it(store, monkeypatch, capsys):
    monkeypatch.setenv("NETWORK_STORE", str(store.folder))
    assert run(["network", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["large_cooperations"] == 1
    assert run(["--language", "de", "network"]) == 0
    assert "1 Kooperation mit mehr als 60 Mitgliedern verbindet niemanden" in capsys.readouterr().out


def test_very_many_groups_stand_in_rings_and_never_on_each_other():
    found = layout(day_graph(nx.Graph([(2 * one, 2 * one + 1) for one in range(MOST_PULLED + 60)])))
    places = found[["x", "y"]].to_numpy()
    far = np.hypot(*(places[:, None] - places[None, :]).transpose(2, 0, 1))
    np.fill_diagonal(far, np.inf)
    assert far.min() > 0.9
    assert found["group"].nunique() == MOST_PULLED + 60


def test_very_many_newcomers_all_have_a_place():
    # The coordinator's partners have no tie without it, so that the layout knows none of them.
    star = day_graph(nx.star_graph(700))
    found = settled(day_graph(nx.empty_graph(0)), star, None)
    assert found[["x", "y"]].notna().all(axis=None)
    assert len(found[["x", "y"]].round(6).drop_duplicates()) == 701


def test_bridging_ties_are_found_in_one_walk():
    # A path of 2,000: all ties but the two at its ends cut off at least two.
    found = bridging_ties(day_graph(nx.path_graph(2000)))
    assert len(found) == 1997
    assert found["smaller"].max() == 1000


def test_betweenness_of_a_very_large_network_is_followed_from_some_nodes(monkeypatch):
    graph = day_graph(nx.barabasi_albert_graph(400, 2, seed=1))
    exact = measures.betweenness(graph)
    monkeypatch.setattr(measures, "MOST_WALKED", 1)
    assert measures.betweenness_pivots(graph) == 100
    drawn = measures.betweenness(graph)
    assert np.argmax(drawn) == np.argmax(exact)
    assert drawn.sum() == pytest.approx(exact.sum(), rel=0.1)
    assert (measures.betweenness(graph) == drawn).all()
