"""Networks that every textbook measures, and what it finds.

Zachary's karate club (Zachary 1977), the marriages of the Florentine families (Padgett & Ansell 1993), Krackhardt's
kite (Krackhardt 1990), and Davis's Southern Women (Davis, Gardner & Gardner 1941).
"""

import networkx as nx
import numpy as np
import pytest

from analytics.network import Network, measures
from analytics.network.brokers import brokers
from analytics.network.communities import communities
from tests.network.graphs import day_graph
from tests.tables import built_from


@pytest.fixture(scope="module")
def club():
    return day_graph(nx.karate_club_graph())


def test_the_karate_club_as_konect_counts_it(club):
    # konect.cc/networks/ucidata-zachary: 34 nodes, 78 edges, average degree 4.588, 45 triangles among 528 wedges.
    assert (len(club.nodes), len(club.ends)) == (34, 78)
    assert measures.mean_partners(club) == pytest.approx(4.588, abs=5e-4)
    assert measures.clustering(club) == pytest.approx(3 * 45 / 528, abs=1e-12)
    assert round(measures.clustering(club), 4) == 0.2557
    assert measures.components(club) == 1
    assert measures.largest_component_share(club) == 1


def test_the_karate_clubs_degree_centralisation_after_freeman(club):
    # The best connected has 17 partners: (34 x 17 - 2 x 78) / (33 x 32) = 422 / 1056. What igraph's R package prints,
    # 0.376, is 422 / (34 x 33): it allows for ties to oneself.
    assert measures.degree_centralisation(club) == pytest.approx(422 / 1056, abs=1e-12)


def test_the_karate_clubs_best_modularity(club):
    # 0.4198 in four groups, the optimum proved by Brandes et al. 2008 (On Modularity Clustering, table 1).
    assert measures.modularity(club) == pytest.approx(0.4198, abs=5e-5)
    assert sorted(np.bincount(communities(club)), reverse=True) == [12, 11, 6, 5]


def test_the_karate_clubs_betweenness(club):
    # 231.07 and 160.55 pairs for members 1 and 34, of 33 x 32 / 2 = 528: 0.4376 and 0.3041 in NetworkX's documentation.
    found = measures.betweenness(club)
    assert found[0] == pytest.approx(0.43763528, abs=1e-8)
    assert found[33] == pytest.approx(0.30407498, abs=1e-8)
    assert found[32] == pytest.approx(0.14524711, abs=1e-8)
    assert found[11] == 0  # has one partner
    assert set(measures.bridges(club)) == {33, 0, 32, 2}  # a tenth of 34, rounded up


def test_the_karate_clubs_constraint(club):
    # Burt's constraint of members 1 and 34, 0.1554 and 0.1564: the two who had least to ask of others.
    found = brokers(club, most=34).set_index("organisation_id")["constraint"]
    assert found["0"] == pytest.approx(0.1554233, abs=1e-7)
    assert found["33"] == pytest.approx(0.1564187, abs=1e-7)
    assert found.min() == found["0"]


def test_the_karate_clubs_clubs_hardly_mix():
    # By the club that each joined afterwards (Zachary's figure 3; member 9 followed Mr. Hi against his faction): of 78
    # ties 11 lie between the two.
    club = day_graph(nx.karate_club_graph(), kind="club")
    assert measures.cross_sector_share(club) == pytest.approx(11 / 78)
    assert measures.ei_index(club) == pytest.approx((11 - 67) / 78)
    assert measures.cross_sector_expected(club) == pytest.approx(0.5, abs=0.002)


@pytest.fixture(scope="module")
def florence():
    graph = nx.florentine_families_graph()
    graph.add_node("Pucci")  # married nobody
    return day_graph(graph)


def test_the_florentine_marriages_after_wasserman_and_faust(florence):
    # Wasserman & Faust 1994, chapter 5: 16 families, 20 marriages, degree centralisation 0.267; the Medici's betweenness
    # is 0.522 without Pucci, 0.522 x (14 x 13) / (15 x 14) with it.
    assert (len(florence.nodes), len(florence.ends)) == (16, 20)
    assert measures.degree_centralisation(florence) == pytest.approx(0.267, abs=5e-4)
    medici = florence.ids.index("Medici")
    assert measures.betweenness(florence)[medici] == pytest.approx(0.521978 * 182 / 210, abs=1e-6)
    assert measures.components(florence) == 2
    assert measures.largest_component_share(florence) == 15 / 16
    assert [florence.ids[node] for node in measures.bridges(florence)] == ["Medici", "Guadagni"]  # a tenth of 16


def test_the_florentine_network_leans_on_the_medici(florence):
    # Without the Medici (6 marriages) the Pazzi and Salviati are cut off and the Acciaiuoli alone.
    found = brokers(florence).set_index("organisation_id")
    assert found.index[0] == "Medici"
    assert found.loc["Medici", ["partners", "left_out"]].tolist() == [6, 3]


def test_krackhardts_kite():
    # Krackhardt 1990: Diane (here 3) has most partners, Heather (7) lies on most ways (0.389), Fernando and Garth on 0.231.
    kite = day_graph(nx.krackhardt_kite_graph())
    found = measures.betweenness(kite)
    assert int(kite.degrees.argmax()) == 3
    assert int(kite.degrees.max()) == 6
    assert found.argmax() == 7
    assert found[[7, 5, 6, 8, 3]] == pytest.approx([0.389, 0.231, 0.231, 0.222, 0.102], abs=5e-4)


def _houses():
    """Davis's women as if they were firms, so that nobody takes them for persons, who are never brought in."""
    found = nx.davis_southern_women_graph()
    firms = {name: f"{name} KG" for name in found.graph["top"]}
    made = nx.relabel_nodes(found, firms)
    made.graph["top"] = list(firms.values())
    return made


@pytest.fixture(scope="module")
def women(tmp_path_factory):
    """Davis's women as organisations, each event that they met at as a cooperation of its guests, brought in as tables."""
    guests = _houses()
    lines = ["organisations:", "organisation_id | name | kind"]
    lines += [f"{name} | {name} | company" for name in guests.graph["top"]]
    lines += ["", "cooperations:", "cooperation_id | title | kind"]
    lines += [f"{event} | {event} | other" for event in guests.graph["bottom"]]
    lines += ["", "cooperation_stages:", "cooperation_id | stage | since"]
    lines += [f"{event} | 3 | 2024-01-01" for event in guests.graph["bottom"]]
    lines += ["", "cooperation_members:", "cooperation_id | organisation_id"]
    lines += [f"{event} | {name}" for name, event in guests.edges]
    return Network.of(built_from("\n".join(lines), tmp_path_factory.mktemp("women")))


def test_the_southern_women_tied_by_their_events(women):
    # Breiger 1974: attendance x its transpose counts shared events. 139 of 153 pairs share one (density 0.908); seven
    # women are tied to all the others, Olivia and Flora to 12, Charlotte to 11.
    graph = women.on(None)
    assert (len(women.memberships), graph.cooperations, len(graph.nodes), len(graph.ends)) == (89, 14, 18, 139)
    assert len(graph.ends) / (18 * 17 / 2) == pytest.approx(0.908, abs=5e-4)
    partners = dict(zip(graph.ids, graph.degrees.tolist(), strict=True))
    assert sorted(name for name, count in partners.items() if count == 17) == [
        "Evelyn Jefferson KG", "Helen Lloyd KG", "Nora Fayette KG", "Ruth DeSand KG", "Sylvia Avondale KG", "Theresa Anderson KG", "Verne Sanderson KG",
    ]  # fmt: skip
    assert [partners[name] for name in ("Olivia Carleton KG", "Flora Price KG", "Charlotte McDowd KG")] == [12, 12, 11]


def test_the_southern_women_by_matrices(women):
    graph = women.on(None)
    guests = _houses()
    attended = nx.bipartite.biadjacency_matrix(guests, row_order=graph.ids).toarray()
    tied = (attended @ attended.T > 0).astype(int)
    np.fill_diagonal(tied, 0)
    twice = tied @ tied
    # Of all ways over one partner, those whose ends are partners, too (Luce & Perry 1949).
    assert measures.clustering(graph) == pytest.approx(
        (twice * tied).sum() / (twice.sum() - np.trace(twice)), abs=1e-12
    )
    assert round(measures.clustering(graph), 4) == 0.9284
    assert measures.degree_centralisation(graph) == pytest.approx((18 * 17 - 2 * 139) / (17 * 16), abs=1e-12)
    assert measures.two_step_reach(graph) == 1
    assert measures.mean_partners(graph) == pytest.approx(tied.sum() / 18)


def test_the_southern_womens_cooperation_ties_count_the_events_they_share(women):
    # Evelyn and Theresa shared seven events, Olivia and Flora both of theirs, Laura and Dorothy one.
    shared = women.cooperation_ties.groupby(["organisation_id", "partner_id"]).size()
    assert shared["Evelyn Jefferson KG", "Theresa Anderson KG"] == 7
    assert shared["Flora Price KG", "Olivia Carleton KG"] == 2
    assert shared["Dorothy Murchison KG", "Laura Mandeville KG"] == 1
    assert len(shared) == 139
