"""The network on a day: who is in it, who is tied, and its measures, worked out by hand.

organisations:
organisation_id | name    | kind       | district | is_coordinator | member_since | left_on
alpha           | Alpha   | company    | 05913    | no             | 2024-01-01   |
beta            | Beta    | company    | 05911    | no             | 2024-01-01   | 2024-06-30
gamma           | Gamma   | startup    | 05913    | no             | 2024-03-01   |
delta           | Delta   | science    | 05911    | no             |              |
epsilon         | Epsilon | unknown    |          | no             |              |
zeta            | Zeta    | public     | 05978    | no             | 2024-02-01   |
office          | Office  | public     | 05913    | yes            | 2023-01-01   |

cooperations:
cooperation_id | title                | kind     | topics   | ended_on
four           | Four partners        | pilot    | hydrogen | 2024-06-30
again          | Two of them again    | research |          | 2024-09-30
single         | All but one left     | other    |          |
star           | With the office only | other    |          |
talk           | Only talked          | other    |          |
undated        | Nobody noted the day | pilot    |          |
moved          | Members changed      | pilot    | robotics |

cooperation_stages:
cooperation_id | stage | since
four           | 1     | 2023-11-01
four           | 3     | 2024-01-01
again          | 4     | 2024-04-01
single         | 3     | 2024-02-01
star           | 3     | 2024-02-01
talk           | 2     | 2024-02-01
moved          | 3     | 2024-01-10

cooperation_members:
cooperation_id | organisation_id | joined_on  | left_on
four           | alpha           |            |
four           | beta            |            |
four           | gamma           |            |
four           | delta           |            |
again          | alpha           |            |
again          | beta            |            |
single         | epsilon         |            |
single         | gamma           |            | 2024-01-31
star           | office          |            |
star           | alpha           |            |
talk           | alpha           |            |
talk           | zeta            |            |
undated        | beta            |            |
undated        | zeta            |            |
moved          | gamma           |            | 2024-03-31
moved          | epsilon         | 2024-03-31 | 2024-05-31
moved          | zeta            | 2024-06-01 |
"""

from datetime import date

import pytest

from analytics.network import measures
from analytics.network.history import isolates, measured, members
from analytics.network.robustness import robustness_without_coordinator
from tests.network.graphs import network_from, ties_on

FOUR = ["alpha+beta", "alpha+delta", "alpha+gamma", "beta+delta", "beta+gamma", "delta+gamma"]


def test_a_cooperation_of_four_is_six_ties_from_its_first_day_to_its_last(tied):
    assert tied("2023-12-31") == []
    assert tied("2024-01-01") == FOUR
    assert tied("2024-06-30") == FOUR
    assert tied("2024-07-01") == ["alpha+beta"]


def test_two_cooperations_of_one_pair_are_one_tie_until_the_later_ends(tied, network):
    assert tied("2024-04-01") == FOUR
    assert tied("2024-09-30") == ["alpha+beta"]
    assert tied("2024-10-01") == []
    pairs = network().cooperation_ties.groupby(["organisation_id", "partner_id"])["since"].min()
    assert pairs["alpha", "beta"].date() == date(2024, 1, 1)
    assert len(network().cooperation_ties) == len(pairs) + 1 == 8


def test_members_are_tied_on_the_days_on_which_both_are_members(tied):
    # gamma's last day is epsilon's first; zeta joins the day after epsilon left.
    assert "epsilon+gamma" not in tied("2024-03-30")
    assert "epsilon+gamma" in tied("2024-03-31")
    assert "epsilon+gamma" not in tied("2024-04-01")
    assert not any("zeta" in tie for tie in tied(None, cumulative=True))


def test_what_has_been_stays_in_the_cumulative_network(tied):
    assert tied("2024-03-30", cumulative=True) == FOUR
    assert tied("2024-12-31", cumulative=True) == sorted([*FOUR, "epsilon+gamma"])
    assert tied(None, cumulative=True) == tied("2024-12-31", cumulative=True)


def test_the_end_of_all_time_holds_what_nobody_ended(tied, network):
    assert tied(None) == []
    assert tied(None, with_coordinator=True) == ["alpha+office"]
    assert network().on(None).ids == ["epsilon", "zeta"]


def test_a_single_member_and_one_among_former_members_are_nodes_without_a_tie(network):
    day = network().on(date(2024, 12, 31))
    assert day.ids == ["epsilon", "zeta"]
    assert day.cooperations == 2  # single and moved
    assert day.degrees.tolist() == [0, 0]


def test_talk_and_what_has_no_day_tie_nobody(network):
    everything = network(with_coordinator=True)
    assert {"talk", "undated"}.isdisjoint(everything.cooperation_ties["cooperation_id"])
    assert {"talk", "undated"}.isdisjoint(everything.memberships["cooperation_id"])
    assert {"talk", "undated"} <= set(everything.cooperations["cooperation_id"])


def test_the_coordinator_is_in_it_only_when_asked_for(tied, network):
    assert "alpha+office" not in tied("2024-02-01")
    assert tied("2024-02-01", with_coordinator=True) == sorted([*FOUR, "alpha+office"])
    assert "office" not in set(network().organisations["organisation_id"])
    # What exists with the office only is no cooperation without it: four, moved and single stay.
    assert network().on(date(2024, 2, 1)).cooperations == 3
    assert network(with_coordinator=True).on(date(2024, 2, 1)).cooperations == 4


@pytest.mark.parametrize(
    ("scope", "ties"),
    [
        ({"kinds": ("company",)}, ["alpha+beta"]),
        ({"kinds": ("company", "science")}, ["alpha+beta", "alpha+delta", "beta+delta"]),
        ({"kinds": ("unknown",)}, []),
        ({"districts": ("05913",)}, ["alpha+gamma"]),
        ({"districts": ("unknown", "05913")}, ["alpha+gamma", "epsilon+gamma"]),
        ({"topics": ("hydrogen",)}, FOUR),
        ({"topics": ("robotics",)}, ["epsilon+gamma"]),
        ({"topics": ("unknown",)}, []),
        ({"topics": ("robotics",), "kinds": ("startup",)}, []),
    ],
)
def test_both_ends_of_a_tie_are_in_scope_and_so_is_its_topic(tied, scope, ties):
    assert tied("2024-03-31", **scope) == ties


def test_the_measures_of_a_day_by_hand(network):
    # 31 March 2024: alpha, beta, gamma, delta all tied, epsilon with gamma; single holds epsilon. 7 ties, 5 nodes.
    day = date(2024, 3, 31)
    assert measured(network(), day) == pytest.approx(
        {
            "nodes": 5,
            "ties": 7,
            "cooperations": 3,  # four, moved, single
            "mean_partners": 14 / 5,
            "components": 1,
            "largest_component_share": 1,
            # 4 triangles; pairs of ties that meet: 3 each at alpha, beta, delta, 6 at gamma, none at epsilon.
            "clustering": 3 * 4 / 15,
            # Only alpha-beta is of one kind; epsilon's unknown kind is a kind of its own.
            "cross_sector_share": 6 / 7,
            # Ends: company 6, startup 4, science 3, unknown 1, of 14.
            "cross_sector_expected": 1 - (36 + 16 + 9 + 1) / 196,
            "clustering_expected": 3 * 4 / 15,  # no other network has these numbers of partners
            # Alpha, beta and delta with 9 ends, gamma and epsilon with 5: 4 of 7 ties lie inside.
            "modularity": 4 / 7 - (81 + 25) / 196,
            "degree_centralisation": (1 + 1 + 0 + 1 + 3) / (4 * 3),
            "ei_index": 5 / 7,
            "two_step_reach": 1,
            # gamma goes, then alpha and beta: delta and epsilon are left, apart.
            "robustness": 1 / 2,
            "robustness_without_coordinator": None,
            "members": 4,  # alpha, beta, gamma, zeta; the office is not shown
            "isolates": 1,  # zeta
            "tie_survival": None,
        }
    )


def test_the_mixing_matrix_by_hand(network):
    found = measures.mixing(network().on(date(2024, 3, 31)))
    assert [tuple(row) for row in found[["kind", "partner_kind", "ties"]].itertuples(index=False)] == [
        ("company", "company", 1),
        ("company", "science", 2),
        ("company", "startup", 2),
        ("company", "unknown", 0),
        ("science", "science", 0),
        ("science", "startup", 1),
        ("science", "unknown", 0),
        ("startup", "startup", 0),
        ("startup", "unknown", 1),
        ("unknown", "unknown", 0),
    ]
    expected = found.set_index(["kind", "partner_kind"])["expected"]
    # Of 14 ends 6 are companies', 3 science's, 4 startups', 1 unknown.
    assert expected["company", "company"] == pytest.approx(6 * 6 / (2 * 14))
    assert expected["company", "science"] == pytest.approx(6 * 3 / 14)
    assert expected.sum() == pytest.approx(7)


def test_the_loss_of_the_coordinator_by_hand(network):
    # On 1 February alpha has the office beside the three; the office's only partner is alpha: nobody loses anything.
    day = network(with_coordinator=True).on(date(2024, 2, 1))
    assert robustness_without_coordinator(day) == 1
    star = network_from(
        [(f"c{one}", end, date(2024, 1, 1), None) for one in "abcd" for end in (one, "office")],
        kinds=dict.fromkeys([*"abcd", "office"], "company"),
        coordinators=["office"],
    ).on(date(2024, 1, 1))
    assert robustness_without_coordinator(star) == 1 / 4
    # All hang on one: Freeman's centralisation of a star is 1.
    assert measures.degree_centralisation(star) == 1
    assert measures.clustering(star) == 0


def members_and_isolates(network, day, **how):
    graph = network.on(day, **how)
    return members(network, day, graph), isolates(network, day, graph)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2023-12-31", (0, 0)),  # the office joined, but is not shown
        ("2024-01-01", (2, 0)),
        ("2024-02-01", (3, 1)),  # zeta joins
        ("2024-06-30", (4, 1)),  # beta's last day, and four's
        ("2024-07-01", (3, 2)),  # alpha is tied to beta still, who is no member any more
    ],
)
def test_members_without_a_tie(network, day, expected):
    assert members_and_isolates(network(), date.fromisoformat(day)) == expected


def test_a_member_that_ever_had_a_tie_is_no_isolate_in_the_cumulative_network(network):
    assert members_and_isolates(network(), date(2024, 12, 31)) == (3, 3)
    assert members_and_isolates(network(), date(2024, 12, 31), cumulative=True) == (3, 1)


def test_without_any_day_of_joining_nobody_knows_the_members(network):
    """
    organisations:
    organisation_id | name  | kind
    alpha           | Alpha | company
    """
    assert members_and_isolates(network(), date(2024, 1, 1)) == (None, None)


def test_an_empty_network_has_no_measure(network):
    """
    organisations:
    organisation_id | name  | kind
    alpha           | Alpha | company
    """
    found = measured(network(), date(2024, 1, 1))
    counts = {"nodes", "ties", "cooperations", "components"}
    assert {name for name, value in found.items() if value == 0} == counts
    assert all(value is None for name, value in found.items() if name not in counts)
    assert ties_on(network(), None, cumulative=True) == []
    assert network().cooperation_ties.empty


def test_ids_of_any_alphabet_are_put_in_one_order(network):
    """
    organisations:
    organisation_id | name  | kind
    Zeta            | Zeta  | company
    alpha           | Alpha | science
    Über            | Ueber | startup
    10              | Ten   | public
    9               | Nine  | public

    cooperations:
    cooperation_id | title | kind
    c              | Five  | other

    cooperation_stages:
    cooperation_id | stage | since
    c              | 3     | 2024-01-01

    cooperation_members:
    cooperation_id | organisation_id
    c              | Zeta
    c              | alpha
    c              | Über
    c              | 10
    c              | 9
    """
    day = network().on(None)
    assert len(day.ends) == 10
    assert (day.ends[:, 0] < day.ends[:, 1]).all()
    assert day.ids == list(network().organisations["organisation_id"])
    assert day.degrees.tolist() == [4] * 5
