"""Indicators near the ERDF's: who counts, once, in each year and since the beginning.

organisations:
organisation_id | name   | kind    | size   | founded_year | is_coordinator
alpha           | Alpha  | company | small  | 1990         |
beta            | Beta   | startup | micro  | 2021         |
gamma           | Gamma  | company |        |              |
delta           | Delta  | company | large  | 2020         |
uni             | Uni    | science |        |              |
lab             | Lab    | science |        |              |
town            | Town   | public  |        |              |
hub             | Hub    | company | micro  | 2023         | yes

consultations:
consultation_id | organisation_id | held_on    | is_structured
c1              | alpha           | 2023-01-01 | yes
c2              | alpha           | 2023-12-31 | yes
c3              | alpha           | 2024-05-01 | yes
c4              | beta            | 2024-05-01 | yes
c5              | gamma           | 2024-05-01 | no
c6              | uni             | 2024-05-01 | yes
c7              | beta            | 2025-01-01 | yes

cooperations:
cooperation_id | title      | kind     | ended_on
k1             | Research   | research | 2024-06-30
k2             | Pilot      | pilot    |
k3             | Science    | research |
k4             | Not joint  | research |
k5             | One after  | research |

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2023-01-01
k1             | 4     | 2024-02-01
k2             | 4     | 2023-01-01
k3             | 4     | 2025-03-01
k4             | 3     | 2023-01-01
k5             | 4     | 2023-01-01

cooperation_members:
cooperation_id | organisation_id | joined_on  | left_on
k1             | alpha           |            |
k1             | beta            | 2024-06-30 |
k1             | gamma           |            | 2024-01-31
k1             | town            |            |
k1             | uni             |            |
k2             | alpha           |            |
k2             | lab             |            |
k3             | uni             |            |
k3             | lab             |            |
k4             | delta           |            |
k4             | lab             |            |
k5             | delta           |            | 2023-06-30
k5             | lab             | 2023-07-01 |

funding:
funding_id | organisation_id | cooperation_id | programme | status    | decided_on | supported
f1         | gamma           |                | P         | approved  | 2024-02-01 | yes
f2         | delta           |                | P         | approved  | 2024-02-01 | no
f3         |                 | k1             | P         | approved  | 2024-05-01 | yes
f4         | alpha           | k2             | P         | approved  | 2025-05-01 | yes
f5         | delta           |                | P         | declined  | 2024-02-01 | yes
f6         | delta           |                | P         | approved  |            | yes
"""

import math

import pytest

from analytics.kpis import CATALOGUE, compute
from analytics.kpis.indicators import NEAR, OUT_OF_REACH, SINCE_BEGINNING, near_indicators, near_sizes
from analytics.model.count_classes import class_of
from analytics.warehouse import Period, View, current
from tests.warehouse.conftest import rows_of

YEARS = [Period.parse(str(year)) for year in range(2023, 2026)]


@pytest.fixture
def values(view):
    """An indicator's values: the three years, and since the beginning."""
    found = near_indicators(view, YEARS)

    def of(code):
        rows = found[found["code"] == code]
        assert rows["period"].tolist() == ["2023", "2024", "2025", SINCE_BEGINNING]
        return rows["value"].tolist()

    return of


def test_advised_counts_structured_consultations_of_enterprises(values):
    # 2023: alpha, twice. 2024: alpha and beta. 2025: beta.
    assert values("RCO04") == [1, 2, 1, 2]


def test_grants_count_those_that_the_network_supported(values):
    # 2024: gamma by f1; by f3 the enterprises of k1 on that day: alpha, as beta joined later and gamma had left. f2 was
    # not supported, f5 not approved, f6 has no day. 2025: alpha by f4, not the other members of k2.
    assert values("RCO02") == [0, 2, 1, 2]


def test_supported_counts_either_once(values):
    # 2023: alpha. 2024: alpha in both ways, beta, gamma. 2025: alpha and beta. In all alpha, beta, gamma.
    assert values("RCO01") == [1, 3, 2, 3]


def test_new_ones_were_founded_at_most_three_years_before(values):
    # beta, of 2021, is new in 2024 and no more in 2025. gamma's year is not known.
    assert values("RCO05") == [0, 1, 0, 1]


def test_research_counts_whom_a_joint_research_project_ties_together(values):
    # k1 is joint from February 2024: uni with alpha, beta (for a day) and town, but not gamma, who had left. k2 is no
    # research, k4 not joint. k3 joins uni and lab, without an enterprise. delta and lab were never in k5 together.
    assert values("RCO07") == [0, 1, 2, 2]
    assert values("RCO10") == [0, 2, 0, 2]


def test_by_size_they_add_up(view):
    found = near_sizes(view, YEARS)
    assert [row for row in rows_of(found) if row[2]] == [
        ("2023", "small", 1),
        ("2024", "micro", 1),
        ("2024", "small", 1),
        ("2024", "unknown", 1),
        ("2025", "micro", 1),
        ("2025", "small", 1),
    ]
    assert len(found) == 3 * 5


def test_near_rco04_is_the_kpi(demo_store):
    view = View(current(demo_store))
    years = [Period.parse(str(year)) for year in range(2022, 2027)]
    found = near_indicators(view, years)
    kpi = compute(view, [CATALOGUE["enterprises_advised"]], years)["value"]
    assert (
        found.loc[(found["code"] == "RCO04") & (found["period"] != SINCE_BEGINNING), "value"].tolist() == kpi.tolist()
    )


def test_masked_audiences_have_exact_totals_and_no_small_sizes(demo_store):
    years = [Period.parse(str(year)) for year in range(2022, 2027)]
    view, masked = (View(current(demo_store), audience) for audience in ("management", "ministry"))
    assert near_indicators(masked, years).equals(near_indicators(view, years))
    exact, told = near_sizes(view, years), near_sizes(masked, years)
    assert told["supported_class"].tolist() == [class_of(int(count)) for count in exact["supported"]]
    assert set(told["supported"].dropna()) <= {0}


def test_where_a_fact_is_not_on_record_at_all_there_is_no_value(real_store):
    # The real file has neither consultations nor events; its cooperations have science and enterprises as members.
    found = near_indicators(View(current(real_store)), [Period.parse("2008")]).set_index(["code", "period"])["value"]
    assert math.isnan(found["RCO04", "2008"])
    assert found["RCO07", "2008"] > 0
    assert found["RCO10", "2008"] > 0


def test_without_data_nothing_is_known(empty_store):
    view = View(current(empty_store))
    assert near_indicators(view, YEARS)["value"].isna().all()
    assert near_indicators(view, []).empty
    assert set(near_sizes(view, YEARS)["supported"]) == {0}


def test_every_indicator_says_how_it_counts_and_differs():
    for indicator in (*NEAR, *OUT_OF_REACH):
        for label in (value for value in vars(indicator).values() if hasattr(value, "de")):
            assert label.de
            assert label.en
            assert label.de != label.en
    assert len({indicator.code for indicator in (*NEAR, *OUT_OF_REACH)}) == len(NEAR) + len(OUT_OF_REACH)
