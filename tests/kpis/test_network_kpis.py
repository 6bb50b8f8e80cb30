"""K16 and K19 to K22: ties between kinds, partners, cohesion, robustness and bridges at a period's end.

organisations:
organisation_id | name    | kind       | district | is_coordinator
alpha           | Alpha   | company    | 05913    | no
beta            | Beta    | company    | 05911    | no
gamma           | Gamma   | startup    | 05913    | no
delta           | Delta   | science    | 05911    | no
epsilon         | Epsilon | unknown    | 05978    | no
zeta            | Zeta    | public     | 05978    | no
eta             | Eta     | company    |          | no
office          | Office  | public     | 05913    | yes

cooperations:
cooperation_id | title                | kind     | topics   | ended_on
path_ab        | Alpha and Beta       | pilot    | hydrogen |
again_ab       | The same two again   | pilot    |          | 2024-06-29
path_bc        | Beta and Gamma       | research |          |
path_cd        | Gamma and Delta      | research |          | 2024-09-30
path_de        | Delta and Epsilon    | research |          |
single         | Zeta left before     | other    |          |
star           | The office and Alpha | other    |          |
hub            | The office and two   | other    |          |

cooperation_stages:
cooperation_id | stage | since
path_ab        | 3     | 2024-03-31
again_ab       | 4     | 2024-01-01
path_bc        | 3     | 2024-04-01
path_cd        | 3     | 2024-05-01
path_de        | 3     | 2024-06-30
single         | 3     | 2024-02-01
star           | 3     | 2024-02-01
hub            | 3     | 2024-10-15

cooperation_members:
cooperation_id | organisation_id | left_on
path_ab        | alpha           |
path_ab        | beta            |
again_ab       | alpha           |
again_ab       | beta            |
path_bc        | beta            |
path_bc        | gamma           |
path_cd        | gamma           |
path_cd        | delta           |
path_de        | delta           |
path_de        | epsilon         |
single         | eta             |
single         | zeta            | 2024-01-31
star           | alpha           |
star           | office          |
hub            | office          |
hub            | alpha           |
hub            | zeta            | 2024-12-30

funding:
funding_id | organisation_id | programme | status   | decided_on
last_day   | alpha           | P         | declined | 2024-12-31
"""

import pytest

from analytics.kpis import CATALOGUE, compute
from analytics.network import Network, measures
from analytics.network.robustness import robustness_share
from analytics.warehouse import Period, Scope, View, current, periods_between

PERIODS = ("2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024")

# Without the office. 31 March: alpha-beta, and eta alone. 30 June: the path alpha-beta-gamma-delta-epsilon, and eta.
# 30 September the same, gamma-delta on its last day. 31 December: alpha-beta-gamma, delta-epsilon, eta; zeta has left.


def test_cross_sector_ties_count_each_pair_once(kpi):
    assert kpi("cross_sector_share", *PERIODS) == pytest.approx(
        {"2023-Q4": None, "2024-Q1": 0, "2024-Q2": 3 / 4, "2024-Q3": 3 / 4, "2024": 2 / 3}
    )


def test_partners_are_twice_the_ties_over_those_who_cooperate(kpi):
    assert kpi("mean_partners", *PERIODS) == pytest.approx(
        {"2023-Q4": None, "2024-Q1": 2 / 3, "2024-Q2": 8 / 6, "2024-Q3": 8 / 6, "2024": 6 / 6}
    )


def test_cohesion_is_the_largest_part_of_those_who_cooperate(kpi):
    assert kpi("cohesion", *PERIODS) == pytest.approx(
        {"2023-Q4": None, "2024-Q1": 2 / 3, "2024-Q2": 5 / 6, "2024-Q3": 5 / 6, "2024": 3 / 6}
    )


def test_where_nobody_works_with_anybody_there_is_no_cohesion(kpi):
    """
    organisations:
    organisation_id | name  | kind
    alpha           | Alpha | company
    beta            | Beta  | science
    gamma           | Gamma | startup

    cooperations:
    cooperation_id | title | kind
    left           | Left  | pilot
    alone          | Alone | pilot
    nobody         | None  | pilot

    cooperation_stages:
    cooperation_id | stage | since
    left           | 3     | 2024-02-01
    alone          | 3     | 2024-02-01
    nobody         | 3     | 2024-02-01

    cooperation_members:
    cooperation_id | organisation_id | left_on
    left           | alpha           |
    left           | beta            | 2024-06-30
    alone          | gamma           |

    funding:
    funding_id | organisation_id | programme | status   | decided_on
    later      | gamma           | P         | declined | 2024-12-31
    """
    # Alone and nobody are no cooperations between anybody; of left only Alpha is there at the end.
    assert kpi("active_cooperations", "2024-Q2", "2024") == {"2024-Q2": 1, "2024": 1}
    assert kpi("new_cooperations", "2024") == {"2024": 1}
    assert kpi("cooperating_organisations", "2024-Q2", "2024") == {"2024-Q2": 2, "2024": 1}
    assert kpi("cohesion", "2024-Q2", "2024") == {"2024-Q2": 1, "2024": None}


def test_robustness_is_what_holds_without_three_at_least(kpi):
    # The path without its middle three: alpha and epsilon apart, one of two. At the end no part has five.
    assert kpi("robustness", *PERIODS) == pytest.approx(
        {"2023-Q4": None, "2024-Q1": None, "2024-Q2": 1 / 2, "2024-Q3": 1 / 2, "2024": None}
    )


def test_bridges_are_a_tenth_of_those_on_a_shortest_way(kpi):
    assert kpi("bridges", *PERIODS) == {"2023-Q4": 0, "2024-Q1": 0, "2024-Q2": 1, "2024-Q3": 1, "2024": 1}


def test_the_coordinator_counts_where_it_is_shown(kpi):
    # 31 March: alpha-beta, alpha-office; eta. 31 December: office-alpha-beta-gamma, delta-epsilon; eta.
    assert kpi("mean_partners", "2024-Q1", with_coordinator=True) == pytest.approx({"2024-Q1": 4 / 4})
    assert kpi("cohesion", "2024-Q1", "2024", with_coordinator=True) == pytest.approx({"2024-Q1": 3 / 4, "2024": 4 / 7})
    assert kpi("cross_sector_share", "2024-Q1", with_coordinator=True) == {"2024-Q1": 1 / 2}
    # The largest part, of four, is too small to lose three.
    assert kpi("robustness", "2024", with_coordinator=True) == {"2024": None}


@pytest.mark.parametrize(
    ("scope", "partners", "cohesion"),
    [
        ({"kinds": ("company",)}, 2 / 3, 2 / 3),  # alpha-beta, eta
        ({"districts": ("05911", "05978")}, 2 / 3, 2 / 3),  # delta-epsilon, beta alone
        ({"topics": ("hydrogen",)}, 1, 1),  # alpha-beta
        ({"kinds": ("multiplier",)}, None, None),
    ],
)
def test_both_ends_are_in_scope(kpi, scope, partners, cohesion):
    assert kpi("mean_partners", "2024-Q2", **scope) == pytest.approx({"2024-Q2": partners})
    assert kpi("cohesion", "2024-Q2", **scope) == pytest.approx({"2024-Q2": cohesion})


def test_periods_in_any_order_keep_their_own_value(kpi):
    there = kpi("cohesion", *PERIODS)
    back = kpi("cohesion", *reversed(PERIODS))
    assert list(back) == list(reversed(PERIODS))
    assert back == there


@pytest.mark.parametrize("scope", [Scope(), Scope(with_coordinator=True), Scope(kinds=("company", "science"))])
@pytest.mark.parametrize("store", ["demo_store", "real_store"])
def test_the_kpis_say_what_the_network_measures(store, scope, request):
    view = View(current(request.getfixturevalue(store)))
    periods = periods_between(view.first_day, view.until_day, "year")
    network = Network.of(view, scope)
    expected = {
        "cross_sector_share": measures.cross_sector_share,
        "mean_partners": measures.mean_partners,
        "cohesion": measures.largest_component_share,
        "robustness": robustness_share,
        "bridges": lambda graph: len(measures.bridges(graph)),
    }
    found = compute(view, [CATALOGUE[name] for name in expected], periods, scope).set_index(["kpi", "period"])["value"]
    for name, measure in expected.items():
        for period in periods:
            value = measure(network.on(view.measured_on(period)))
            assert found[name, period.name] == pytest.approx(float("nan") if value is None else value, nan_ok=True)


def test_a_snapshot_without_cooperations_has_no_bridges_and_no_cohesion(kpi):
    """
    organisations:
    organisation_id | name  | kind
    alpha           | Alpha | company
    """
    for name in ("bridges", "cohesion", "robustness", "mean_partners", "cross_sector_share"):
        assert kpi(name, "2024") == {"2024": None}


def test_overlapping_periods_are_each_asked_for(view):
    periods = [Period.parse("2024"), Period.parse("2024-Q4"), Period.parse("2024-Q2")]
    values = compute(view, [CATALOGUE["cohesion"]], periods)["value"].tolist()
    assert values == pytest.approx([1 / 2, 1 / 2, 5 / 6])
