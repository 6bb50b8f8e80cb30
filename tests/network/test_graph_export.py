"""The network as a NetworkX graph and as files that other programs read.

organisations:
organisation_id | name                 | kind     | district | is_coordinator
alpha           | Müller & Söhne <GmbH> | company | 05913    | no
beta            | "Beta" ]]> AG        | startup  |          | no
gamma           | Gamma                | science  | 05911    | no
delta           | Δέλτα 北              | unknown  | abroad   | no
office          | Office               | public   | 05913    | yes

cooperations:
cooperation_id | title  | kind     | ended_on
first          | First  | pilot    | 2024-06-30
second         | Second | research |
single         | Single | other    | 2024-12-31
star           | Star   | other    |
leaving        | Left   | other    |

cooperation_stages:
cooperation_id | stage | since
first          | 3     | 2024-01-01
second         | 4     | 2024-04-01
single         | 3     | 2024-02-01
star           | 3     | 2024-03-01
leaving        | 5     | 2024-01-15

cooperation_members:
cooperation_id | organisation_id | left_on
first          | alpha           |
first          | beta            |
second         | alpha           |
second         | beta            |
second         | gamma           |
single         | delta           |
single         | beta            | 2024-01-31
star           | alpha           |
star           | office          |
leaving        | gamma           | 2024-05-31
leaving        | delta           |
"""

from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.network import Network
from analytics.network.graph import as_gexf, as_graphml, graph, nodes, ties
from analytics.warehouse import Scope, View, current
from tests.network.graphs import DAY, network_from

FORMATS = {
    "graphml": (as_graphml, lambda content: nx.read_graphml(BytesIO(content))),
    "gexf": (as_gexf, lambda content: nx.read_gexf(BytesIO(content))),
}


@pytest.fixture(params=FORMATS)
def written_and_read(request):
    write, read = FORMATS[request.param]
    return lambda made: read(write(made))


def test_the_ties_of_a_day_with_their_days_stage_and_cooperations(network):
    found = ties(network(), date(2024, 5, 1))
    assert list(found.columns) == [
        "organisation_id",
        "partner_id",
        "since",
        "until",
        "stage",
        "cooperations",
        "cooperation_ties",
    ]
    assert found.set_index(["organisation_id", "partner_id"])["stage"].to_dict() == {
        ("alpha", "beta"): "4",  # the higher of two
        ("alpha", "gamma"): "4",
        ("beta", "gamma"): "4",
        ("delta", "gamma"): "5",
    }
    first = found.iloc[0]
    assert (first["since"].date(), first["until"]) == (date(2024, 1, 1), first["until"])
    assert found["until"].isna().tolist() == [True, True, True, False]
    assert (first["cooperations"], first["cooperation_ties"]) == (["first", "second"], 2)
    assert found.loc[3, "until"].date() == date(2024, 5, 31)


def test_a_tie_is_over_where_a_member_left_though_the_cooperation_goes_on(network):
    now = ties(network(), date(2024, 6, 1))
    assert ("delta", "gamma") not in set(zip(now["organisation_id"], now["partner_id"], strict=True))
    ever = ties(network(), date(2024, 6, 1), cumulative=True).set_index(["organisation_id", "partner_id"])
    assert ever.loc[("delta", "gamma"), "stage"] == "ended"
    assert ever.loc[("alpha", "beta"), "stage"] == "4"
    later = ties(network(), date(2024, 7, 1)).set_index(["organisation_id", "partner_id"])
    assert later.loc[("alpha", "beta"), ["since", "cooperations"]].tolist() == [later["since"].min(), ["second"]]


@pytest.mark.parametrize("day", ["2023-12-31", "2024-01-01", "2024-05-31", "2024-06-01", "2024-07-01", None])
@pytest.mark.parametrize("cumulative", [True, False])
def test_the_ties_and_nodes_are_those_of_the_days_network(network, day, cumulative):
    day = date.fromisoformat(day) if day else None
    whole = network(with_coordinator=True)
    shown = whole.on(day, cumulative=cumulative)
    found = ties(whole, day, cumulative=cumulative)
    ids = whole.organisations["organisation_id"].to_numpy()
    assert list(zip(found["organisation_id"], found["partner_id"], strict=True)) == [
        (ids[one], ids[other]) for one, other in shown.ends.tolist()
    ]
    assert nodes(shown)["organisation_id"].tolist() == shown.ids
    assert nodes(shown)["partners"].tolist() == shown.degrees.tolist()
    made = graph(whole, day, cumulative=cumulative)
    assert sorted(made) == sorted(shown.ids)
    assert made.number_of_edges() == len(shown.ends)
    assert all("label" in attributes for _, attributes in made.nodes(data=True))


def test_the_graph_leaves_out_what_is_missing(network):
    made = graph(network(), date(2024, 5, 1))
    assert made.nodes["alpha"] == {
        "label": "Müller & Söhne <GmbH>", "name": "Müller & Söhne <GmbH>", "kind": "company", "district": "05913",
        "is_coordinator": False, "partners": 2,
    }  # fmt: skip
    assert "district" not in made.nodes["beta"]
    assert made.edges["alpha", "beta"] == {
        "since": "2024-01-01", "start": "2024-01-01", "stage": "4", "cooperations": "first; second", "cooperation_ties": 2,
    }  # fmt: skip
    assert made.edges["delta", "gamma"]["end"] == made.edges["delta", "gamma"]["until"] == "2024-05-31"


def test_files_read_back_hold_the_same(network, written_and_read):
    made = graph(network(with_coordinator=True), date(2025, 1, 1), cumulative=True)
    read = written_and_read(made)
    assert sorted(read) == sorted(made)
    assert {frozenset(tie) for tie in read.edges} == {frozenset(tie) for tie in made.edges}
    for node, attributes in made.nodes(data=True):
        for name, value in attributes.items():
            assert read.nodes[node][name] == value
    for one, other, attributes in made.edges(data=True):
        for name, value in attributes.items():
            assert read.edges[one, other][name] == value


@pytest.mark.parametrize("name", FORMATS)
def test_no_missing_value_becomes_a_word(network, name):
    content = FORMATS[name][0](graph(network(), None, cumulative=True)).decode("utf-8")
    texts = [
        text for element in ElementTree.fromstring(content).iter() for text in (element.text, *element.attrib.values())
    ]
    assert {"nan", "NaN", "NaT", "None", "<NA>"}.isdisjoint(texts)


def test_an_empty_network_makes_a_file_that_reads_back_empty(written_and_read):
    read = written_and_read(graph(network_from([], kinds={"a": "company"}), DAY))
    assert len(read) == 0


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12), st.sampled_from(sorted(FORMATS)))
@settings(deadline=None, max_examples=60)
def test_any_name_can_be_written_and_read(name, form):
    write, read = FORMATS[form]
    network = network_from([("c", one, DAY, None) for one in "ab"], kinds={"a": "company", "b": "science"})
    network.organisations["name"] = [name, "B"]
    network.organisations["district"] = [name, None]
    found = read(write(graph(network, DAY)))
    assert sorted(found) == ["a", "b"]
    assert found.number_of_edges() == 1
    # What XML cannot hold has a sign of its own; a reader may take one kind of blank for another.
    assert "".join(found.nodes["a"]["label"].split()) == "".join("".join(map(_in_xml, name)).split())


def _in_xml(sign):
    """The sign, or what stands for it where XML 1.0 does not know it (section 2.2)."""
    code = ord(sign)
    if sign in "\t\n\r" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000:
        return sign
    return chr(0x2400 + code) if code < 0x20 else "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("identity", ["a\x0bb", '<&">', "ä ö", "]]>", "a;b", " "])
def test_any_id_can_be_written_and_read(identity, written_and_read):
    network = network_from(
        [("c", one, DAY, None) for one in (identity, "zz")], dict.fromkeys((identity, "zz"), "company")
    )
    found = written_and_read(graph(network, DAY))
    assert len(found) == 2
    assert found.number_of_edges() == 1


def test_the_demo_and_the_real_region_read_back(demo_store, real_store, written_and_read):
    for store in (demo_store, real_store):
        network = Network.of(View(current(store)), Scope(with_coordinator=True))
        made = graph(network, None, cumulative=True)
        read = written_and_read(made)
        assert read.number_of_nodes() == made.number_of_nodes()
        assert {frozenset(tie) for tie in read.edges} == {frozenset(tie) for tie in made.edges}
        assert {node: data["label"] for node, data in read.nodes(data=True)} == dict(made.nodes(data="label"))
