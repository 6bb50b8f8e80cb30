"""The real file: what the network says at several dates, beside pandas and NetworkX straight from the CSV."""

import json
import re
import unicodedata
from datetime import date
from itertools import combinations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from analytics.commands.run import run
from analytics.network import Network
from analytics.network.history import history
from analytics.warehouse import View, current

DAYS = ("2007-06-30", "2008-12-31", "2010-01-01", "2011-12-31", "2012-12-31", "2014-06-30", "2016-12-31", "2019-12-31")


@pytest.fixture(scope="module")
def rows(real_file):
    """The file's rows, organisations told apart by their names without regard to case and blanks."""
    frame = pd.read_csv(real_file, dtype=str, keep_default_na=False)
    name = frame["org_name"].map(lambda text: re.sub(r"\s", "", unicodedata.normalize("NFC", text).lower()))
    return frame.assign(
        organisation=name,
        since=pd.to_datetime(frame["start_date"], format="%Y-%m-%d", errors="coerce"),
        until=pd.to_datetime(frame["end_date"], format="%Y-%m-%d", errors="coerce"),
    )


@pytest.fixture(scope="module")
def network(real_store):
    return Network.of(View(current(real_store)))


def _expected(rows, day, cumulative):
    """The graph of ``day``: the projects that run then (or began by then), all members of one tied, and their number.

    A project of one organisation is no work between anybody.
    """
    rows = rows[rows.groupby("project_id")["organisation"].transform("nunique") > 1]
    begun = rows[rows["since"] <= day]
    running = begun if cumulative else begun[~(begun["until"] < day)]
    graph = nx.Graph()
    graph.add_nodes_from(running["organisation"])
    for _, members in running.groupby("project_id")["organisation"]:
        graph.add_edges_from(combinations(sorted(set(members)), 2))
    return graph, running["project_id"].nunique()


def test_the_file_is_the_one_that_is_meant(rows):
    assert len(rows) == 1484
    assert rows["organisation"].nunique() == 965
    assert rows["project_id"].nunique() == 129
    assert rows["since"].isna().any()  # one project has no dates


@pytest.mark.parametrize("cumulative", [False, True], ids=["active", "cumulative"])
@pytest.mark.parametrize("day", DAYS)
def test_nodes_ties_components_and_partners_are_those_of_the_csv(network, rows, day, cumulative):
    graph, projects = _expected(rows, pd.Timestamp(day), cumulative)
    (found,) = history(network, [date.fromisoformat(day)], cumulative=cumulative).to_dict("records")
    sizes = [len(part) for part in nx.connected_components(graph)]
    assert found["nodes"] == graph.number_of_nodes()
    assert found["ties"] == graph.number_of_edges()
    assert found["cooperations"] == projects
    assert found["components"] == len(sizes)
    if sizes:
        assert found["mean_partners"] == pytest.approx(2 * graph.number_of_edges() / graph.number_of_nodes())
        assert found["largest_component_share"] == pytest.approx(max(sizes) / sum(sizes))
        assert found["clustering"] == pytest.approx(nx.transitivity(graph))
    else:
        assert np.isnan(found["mean_partners"])


def test_every_tie_is_one_of_the_csvs(network, rows):
    day = pd.Timestamp("2011-12-31")
    graph, _ = _expected(rows, day, False)
    names = network.organisations.set_index("organisation_id")["name"]
    plain = names.map(lambda text: re.sub(r"\s", "", unicodedata.normalize("NFC", text).lower()))
    shown = network.on(day.date())
    ids = shown.organisations["organisation_id"].to_numpy()
    found = {frozenset(plain[ids[end]] for end in ends) for ends in shown.ends.tolist()}
    assert found == {frozenset(tie) for tie in graph.edges}
    kinds = dict(zip(plain, network.organisations["kind"], strict=True))
    crossing = sum(kinds[one] != kinds[other] for one, other in graph.edges)
    (row,) = history(network, [day.date()]).to_dict("records")
    assert row["cross_sector_share"] == pytest.approx(crossing / graph.number_of_edges())


def test_the_first_and_the_last_day_of_a_project_are_in_it(network, rows):
    dated = rows.dropna(subset=["since", "until"])
    day_before, day_after = pd.Timedelta(-1, "D"), pd.Timedelta(1, "D")
    for day in (dated["since"].min(), dated["until"].max(), dated["until"].mode()[0]):
        for shift in (day_before, pd.Timedelta(0), day_after):
            graph, _ = _expected(rows, day + shift, False)
            assert len(network.on((day + shift).date()).ends) == graph.number_of_edges()


def test_the_project_without_dates_ties_nobody(network, rows):
    undated = set(rows.loc[rows["since"].isna(), "project_id"])
    assert len(undated) == 1
    assert undated <= set(network.cooperations["cooperation_id"])
    assert undated.isdisjoint(network.cooperation_ties["cooperation_id"])


@pytest.mark.parametrize("day", ["2009-12-31", "2013-06-30"])
def test_the_command_prints_the_same(real_store, rows, day, monkeypatch, capsys):
    monkeypatch.setenv("NETWORK_STORE", str(real_store.folder))
    assert run(["network", "--at", day, "--without-coordinator", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    for cumulative, found in ((False, answer), (True, answer["cumulative"])):
        graph, projects = _expected(rows, pd.Timestamp(day), cumulative)
        assert (found["nodes"], found["ties"], found["cooperations"], found["components"]) == (
            graph.number_of_nodes(), graph.number_of_edges(), projects, nx.number_connected_components(graph),
        )  # fmt: skip
        assert found["mean_partners"] == pytest.approx(2 * graph.number_of_edges() / graph.number_of_nodes())
