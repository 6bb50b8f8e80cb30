"""What changed between two days, and between two states of the data.

organisations:
organisation_id | name    | kind
alpha           | Alpha   | company
beta            | Beta    | science
gamma           | Gamma   | company
delta           | Delta   | startup
eta             | Eta     | company
theta           | Theta   | unknown

cooperations:
cooperation_id | title    | kind     | ended_on
old            | Old      | pilot    | 2024-03-31
stays          | Stays    | research |
island         | Island   | other    |
bridge         | Bridge   | other    |
outward        | Outward  | pilot    |
contact        | Contact  | pilot    |

cooperation_stages:
cooperation_id | stage | since
old            | 3     | 2023-01-01
stays          | 3     | 2023-02-01
island         | 3     | 2023-03-01
bridge         | 4     | 2024-05-01
outward        | 3     | 2024-06-01
contact        | 1     | 2024-06-01

cooperation_members:
cooperation_id | organisation_id
old            | alpha
old            | eta
stays          | alpha
stays          | beta
island         | gamma
island         | delta
bridge         | beta
bridge         | gamma
outward        | gamma
outward        | theta
contact        | alpha
contact        | gamma
"""

from datetime import date, timedelta

import networkx as nx
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.intake.importing import import_files
from analytics.language import Language
from analytics.network import Network
from analytics.network.difference import Size, difference, told
from analytics.store import Store
from analytics.warehouse import View, build, current
from tests.tables import tables_in

BEFORE, AFTER = date(2023, 12, 31), date(2024, 12, 31)
GERMAN, ENGLISH = Language("de"), Language("en")


@pytest.fixture
def found(network):
    whole = network()
    return difference(whole, BEFORE, whole, AFTER)


def test_organisations(found):
    assert found.organisations.values.tolist() == [
        ["alpha", "Alpha", "company", "stayed"],
        ["beta", "Beta", "science", "stayed"],
        ["delta", "Delta", "startup", "stayed"],
        ["eta", "Eta", "company", "gone"],
        ["gamma", "Gamma", "company", "stayed"],
        ["theta", "Theta", "unknown", "new"],
    ]


def test_ties(found):
    # beta and gamma were there before, each in a part of its own: their tie joins the two. Theta was not there.
    columns = ["organisation_id", "partner_id", "state", "crosses", "bridges"]
    assert found.ties[columns].values.tolist() == [
        ["alpha", "beta", "stayed", True, False],
        ["alpha", "eta", "gone", False, False],
        ["beta", "gamma", "new", True, True],
        ["delta", "gamma", "stayed", True, False],
        ["gamma", "theta", "new", True, False],
    ]
    assert (found.crossing, found.bridges) == (2, 1)


def test_ties_by_name(found):
    assert found.named_ties.iloc[2].tolist() == ["Beta", "science", "Gamma", "company", "new", True, True]


def test_cooperations(found):
    assert found.cooperations[["cooperation_id", "cooperation_kind", "state"]].values.tolist() == [
        ["bridge", "other", "new"],
        ["island", "other", "stayed"],
        ["old", "pilot", "gone"],
        ["outward", "pilot", "new"],
        ["stays", "research", "stayed"],
    ]
    assert found.cooperations.set_index("cooperation_id")["ended_on"]["old"].date() == date(2024, 3, 31)


def test_sizes(found):
    # Before: alpha-beta-eta and gamma-delta. After: alpha-beta-gamma-(delta, theta).
    assert found.before == Size(organisations=5, ties=3, cooperations=3, components=2, largest=3)
    assert found.after == Size(organisations=5, ties=4, cooperations=4, components=1, largest=5)


def test_it_is_told_in_sentences(found):
    assert told(found, GERMAN) == (
        "Hinzu kamen 1 Organisation und 2 Verbindungen (2 davon zwischen verschiedenen Arten). "
        "1 Organisation und 1 Verbindung ruhen jetzt. 1 neue Verbindung verknüpft, was zuvor getrennt war. "
        "Das größte zusammenhängende Netz wuchs von 3 auf 5 Organisationen."
    )
    assert told(found, ENGLISH).startswith("Added: 1 organisation and 2 ties (2 of them between different kinds). ")


def test_backwards_new_is_gone(network):
    whole = network()
    back = difference(whole, AFTER, whole, BEFORE)
    assert back.organisations.set_index("organisation_id")["state"][["eta", "theta"]].tolist() == ["new", "gone"]
    assert told(back, GERMAN).endswith("Das größte zusammenhängende Netz schrumpfte von 5 auf 3 Organisationen.")
    assert told(back, GERMAN).startswith("Hinzu kamen 1 Organisation und 1 Verbindung. ")


def test_one_that_came_or_rests_is_told_in_the_singular(network):
    whole = network(kinds=("company",))
    gone = difference(whole, date(2024, 3, 31), whole, date(2024, 4, 1))
    assert gone.ties.values.tolist() == [["alpha", "eta", "gone", False, False]]
    only = difference(network(), date(2024, 5, 1) - timedelta(days=1), network(), date(2024, 5, 1))
    assert told(only, GERMAN).startswith("Hinzu kam 1 Verbindung (1 davon zwischen verschiedenen Arten).")


def test_the_same_day_has_not_changed(network):
    whole = network()
    same = difference(whole, AFTER, whole, AFTER)
    assert set(same.organisations["state"]) == set(same.ties["state"]) == set(same.cooperations["state"]) == {"stayed"}
    assert told(same, GERMAN) == (
        "Keine Organisation und keine Verbindung kam hinzu, keine ruht. "
        "Das größte zusammenhängende Netz umfasst wie zuvor 5 Organisationen."
    )


def test_nothing_compared_with_nothing(empty_store):
    nobody = Network.of(View(current(empty_store)))
    found = difference(nobody, BEFORE, nobody, AFTER)
    assert found.before == found.after == Size(0, 0, 0, 0, 0)
    assert found.organisations.empty
    assert found.named_ties.empty
    assert found.cooperations.empty


CORRECTION = """
organisations:
organisation_id | name       | kind
alpha           | Alpha GmbH | company

cooperations:
cooperation_id | title | kind  | ended_on
old            | Old   | pilot |
stays          | Stays | pilot | 2024-06-30
"""


def test_two_states_of_the_data_differ_on_the_same_day(view, tmp_path):
    """The earlier state is the file's tables; the later one says that old goes on, and stays has ended."""
    store = Store(tmp_path / "store")
    for number, text in enumerate((__doc__, CORRECTION)):
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, rows in tables_in(text).items():
            (folder / f"{name}.csv").write_text("\n".join(",".join(row) for row in rows), "utf-8")
        assert import_files(store, [folder]).rejections == []
    found = difference(Network.of(view), AFTER, Network.of(View(build(store))), AFTER)
    states = found.cooperations.set_index("cooperation_id")
    assert states["state"].to_dict() == {
        "bridge": "stayed",
        "island": "stayed",
        "old": "new",
        "outward": "stayed",
        "stays": "gone",
    }
    # Everything is read from the later state, that stays has ended, too.
    assert states["ended_on"]["stays"].date() == date(2024, 6, 30)
    assert found.organisations.set_index("organisation_id")["name"]["alpha"] == "Alpha GmbH"
    assert found.organisations.set_index("organisation_id")["state"]["eta"] == "new"


def _graph(view, day):
    """The network of a day, made by NetworkX from the members of running cooperations."""
    members = view.within().query(
        "select cooperation_id, members.organisation_id, agreed_on, ended_on, joined_on, left_on "
        "from cooperation_members as members inner join cooperations using (cooperation_id) where agreed_on is not null"
    )
    graph, last = nx.Graph(), pd.Timestamp(day)
    for _, rows in members.groupby("cooperation_id"):
        here = [
            row.organisation_id
            for row in rows.itertuples()
            if row.agreed_on <= last and not (row.ended_on < last or row.joined_on > last or row.left_on < last)
        ]
        graph.add_nodes_from(here)
        graph.add_edges_from((one, other) for one in here for other in here if one < other)
    return graph


def test_the_real_files_difference_is_that_of_two_graphs(real_store):
    view = View(current(real_store))
    days = date(2007, 12, 31), date(2011, 12, 31)
    then, now = (_graph(view, day) for day in days)
    whole = Network.of(view)
    found = difference(whole, days[0], whole, days[1])
    assert found.count("organisations", "new") == len(set(now) - set(then))
    assert found.count("organisations", "gone") == len(set(then) - set(now))
    ties = [{tuple(sorted(edge)) for edge in graph.edges} for graph in (then, now)]
    assert found.count("ties", "new") == len(ties[1] - ties[0])
    assert found.count("ties", "gone") == len(ties[0] - ties[1])
    assert found.count("ties", "stayed") == len(ties[0] & ties[1])
    assert found.after.components == nx.number_connected_components(now)
    assert found.after.largest == len(max(nx.connected_components(now), key=len))
    part = {node: place for place, nodes in enumerate(nx.connected_components(then)) for node in nodes}
    joining = [edge for edge in ties[1] if len({part.get(end) for end in edge} - {None}) == 2]
    assert found.bridges == len(joining)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.integers(0, 900), st.integers(0, 900))
def test_what_came_and_what_rests_make_up_for_the_change(network, first, second):
    start = date(2022, 12, 1)
    whole = network()
    found = difference(whole, start + timedelta(days=first), whole, start + timedelta(days=second))
    for name in ("organisations", "ties", "cooperations"):
        change = getattr(found.after, name) - getattr(found.before, name)
        assert found.count(name, "new") - found.count(name, "gone") == change
        assert len(getattr(found, name)) == getattr(found.before, name) + found.count(name, "new")
