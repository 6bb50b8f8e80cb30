"""What a scope leaves in: kinds, districts, topics, and what is unknown.

organisations:
organisation_id | name    | kind    | size  | nace_code | district
alpha           | Alpha   | company | small | 28        | 05913
beta            | Beta    | company | large | 62        | 05911
gamma           | Gamma   | startup | micro | 28        | abroad
delta           | Delta   | science |       |           | 99999
epsilon         | Epsilon | unknown |       |           |

events:
event_id | title  | starts_on  | format   | status | topics   | district
e1       | First  | 2024-01-15 | workshop | held   | hydrogen | 05911
e2       | Second | 2024-04-15 | workshop | held   | robotics | 05913
e3       | Third  | 2024-07-15 | workshop | held   |          |

participations:
event_id | organisation_id | person_id | status
e1       | alpha           | p1        | attended
e1       | beta            | p2        | attended
e1       | epsilon         | p3        | attended
e2       | alpha           | p1        | attended
e2       | gamma           | p4        | no_show
e2       | delta           | p5        | attended
e3       | gamma           | p4        | attended
e3       |                 | p6        | attended

consultations:
consultation_id | organisation_id | held_on
c1              | beta            | 2023-12-01
c2              | delta           | 2024-08-01
"""

import pytest

from analytics.kpis import CATALOGUE, compute, split
from analytics.warehouse import Period

KINDS = ("company", "startup", "science", "public", "multiplier", "unknown")
DISTRICTS = ("05911", "05913", "elsewhere", "abroad", "unknown")


def test_kinds(kpi):
    assert kpi("organisations_reached", "2024", kinds=("company", "startup")) == {"2024": 3}
    assert kpi("organisations_reached", "2024", kinds=("unknown",)) == {"2024": 1}
    assert kpi("organisations_reached", "2024", kinds=("public",)) == {"2024": 0}


def test_districts_are_those_of_the_organisations(kpi):
    # A key outside the reference is elsewhere.
    assert kpi("organisations_reached", "2024", districts=("05913",)) == {"2024": 1}
    assert kpi("organisations_reached", "2024", districts=("elsewhere", "abroad")) == {"2024": 2}
    assert kpi("organisations_reached", "2024", districts=("unknown",)) == {"2024": 1}
    assert kpi("participations", "2024", districts=("05911",)) == {"2024": 1}


def test_topics_are_those_of_the_events_and_leave_consultations_out(kpi):
    assert kpi("organisations_reached", "2024", topics=("robotics",)) == {"2024": 2}
    assert kpi("organisations_reached", "2024", topics=("unknown",)) == {"2024": 1}
    assert kpi("participations", "2024", topics=("unknown",)) == {"2024": 2}


def test_whoever_was_there_before_is_not_new_to_a_topic(kpi):
    # E1 brought alpha and epsilon; beta had been advised before. E2 brought delta; alpha was there already.
    # E3 brought gamma, which had not come to e2.
    assert kpi("newcomers", "2023-Q4", "2024") == {"2023-Q4": 1, "2024": 4}
    assert kpi("newcomers", "2023-Q4", "2024", topics=("hydrogen",)) == {"2023-Q4": 0, "2024": 2}
    assert kpi("newcomers", "2024", topics=("robotics",)) == {"2024": 1}
    assert kpi("newcomers", "2024", topics=("unknown",)) == {"2024": 1}


def test_scopes_narrow_together(kpi):
    assert kpi("organisations_reached", "2024", kinds=("company",), districts=("05911",), topics=("hydrogen",)) == {
        "2024": 1,
    }
    assert kpi("organisations_reached", "2024", kinds=("company",), districts=("05911",), topics=("robotics",)) == {
        "2024": 0,
    }


@pytest.mark.parametrize(("by", "segments"), [("kind", KINDS), ("district", DISTRICTS)])
@pytest.mark.parametrize("name", ["organisations_reached", "smes_reached", "participations", "newcomers"])
def test_the_parts_of_what_is_of_one_kind_and_district_add_up_to_the_whole(name, by, segments, view):
    periods = [Period.parse(period) for period in ("2023", "2024-Q1", "2024-Q2", "2024-Q3", "2024")]
    whole = compute(view, [CATALOGUE[name]], periods).set_index("period")["value"]
    parts = split(view, CATALOGUE[name], by, segments, periods).groupby("period")["value"].sum()
    assert parts.to_dict() == whole.to_dict()


@pytest.mark.parametrize("name", CATALOGUE)
@pytest.mark.parametrize(
    "scope",
    [
        {"kinds": ()},
        {"districts": ()},
        {"topics": ()},
        {"kinds": ("company",), "districts": ("05911", "unknown"), "topics": ("hydrogen", "unknown")},
        {"kinds": ("no such kind",), "districts": ("no such district",), "topics": ("no such topic",)},
        {"with_coordinator": True},
    ],
)
def test_every_kpi_answers_in_every_scope(name, scope, kpi):
    answer = kpi(name, "2024-Q1", "2024", **scope)
    assert all(value is None or value >= 0 for value in answer.values())
