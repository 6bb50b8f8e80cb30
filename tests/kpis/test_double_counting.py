"""What is easily counted twice, and must not be.

organisations:
organisation_id | name    | kind    | size  | district
alpha           | Alpha   | company | small | 05913
beta            | Beta    | company | small | 05913
gamma           | Gamma   | company | small | 05913

events:
event_id | title  | starts_on  | format   | status | topics                   | unlisted_headcount
e1       | First  | 2024-01-15 | workshop | held   | hydrogen, robotics       | 10
e2       | Second | 2024-02-15 | workshop | held   | hydrogen                 |
e3       | Third  | 2024-05-15 | workshop | held   | robotics                 |

participations:
event_id | organisation_id | person_id | status
e1       | alpha           | p1        | attended
e1       | alpha           | p2        | attended
e2       | alpha           | p1        | attended
e3       | beta            | p1        | attended
e3       | alpha           | p2        | attended

feedback:
event_id | satisfaction
e1       | 5
e1       | 4
e1       | 3

consultations:
consultation_id | organisation_id | held_on    | is_structured
c1              | alpha           | 2024-01-20 | yes
c2              | alpha           | 2024-01-21 | yes

cooperations:
cooperation_id | title | kind  | topics
k1             | One   | pilot | hydrogen, robotics

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-02-01
k1             | 4     | 2024-02-02
k1             | 5     | 2024-02-03

cooperation_members:
cooperation_id | organisation_id
k1             | alpha
k1             | beta
k1             | gamma
"""

import pytest

from analytics.kpis import CATALOGUE, split
from analytics.warehouse import Period


def test_an_organisation_at_three_events_and_two_consultations_is_one(kpi):
    assert kpi("organisations_reached", "2024-Q1", "2024") == {"2024-Q1": 1, "2024": 2}
    assert kpi("smes_reached", "2024") == {"2024": 2}
    assert kpi("enterprises_advised", "2024") == {"2024": 1}


def test_a_cooperation_of_three_at_three_stages_is_one(kpi):
    assert kpi("active_cooperations", "2024") == {"2024": 1}
    assert kpi("new_cooperations", "2024-Q1", "2024") == {"2024-Q1": 1, "2024": 1}
    assert kpi("cooperating_organisations", "2024") == {"2024": 3}


def test_a_person_who_changed_employer_is_one_person_at_two_organisations(kpi):
    assert kpi("distinct_attendees", "2024") == {"2024": 2}
    assert kpi("distinct_attendees", "2024", kinds=("company",)) == {"2024": 2}
    assert kpi("organisations_reached", "2024-Q2") == {"2024-Q2": 2}


def test_neither_topics_nor_feedback_nor_guests_multiply_an_event(kpi):
    assert kpi("events_held", "2024") == {"2024": 3}
    assert kpi("events_held", "2024", topics=("hydrogen", "robotics")) == {"2024": 3}
    assert kpi("participations", "2024-Q1", topics=("hydrogen", "robotics")) == {"2024-Q1": 13}


def test_overlapping_periods_do_not_disturb_one_another(kpi):
    assert kpi("participations", "2024-Q1", "2024-Q2", "2024-H1", "2024", "2023") == {
        "2024-Q1": 13, "2024-Q2": 2, "2024-H1": 15, "2024": 15, "2023": 0,
    }  # fmt: skip


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_period_asked_for_twice_is_answered_as_if_once(name, kpi):
    assert kpi(name, "2024", "2024") == kpi(name, "2024")


@pytest.mark.parametrize("name", CATALOGUE)
def test_the_answer_does_not_depend_on_what_else_is_asked(name, kpi):
    quarters = [f"{year}-Q{quarter}" for year in range(2000, 2026) for quarter in range(1, 5)]
    together = kpi(name, *quarters, "2024", "2024-H1")
    for period in ("2000-Q1", "2023-Q4", "2024-Q1", "2024-Q2", "2025-Q4", "2024-H1", "2024"):
        assert kpi(name, period) == {period: together[period]}


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("organisations_reached", {"2024-Q1": 1, "2024-Q2": 2, "2024": 2, "2024-H1": 2}),
        ("distinct_attendees", {"2024-Q1": 2, "2024-Q2": 2, "2024": 2, "2024-H1": 2}),
    ],
)
def test_many_periods_are_kept_apart(name, values, kpi):
    quarters = [f"{year}-Q{quarter}" for year in range(1996, 2026) for quarter in range(1, 5)][2:]
    together = kpi(name, *quarters, "2024", "2024-H1")
    assert {period: value for period, value in together.items() if value} == values


def test_a_split_by_topic_counts_an_event_under_each_of_its_topics(view):
    parts = split(view, CATALOGUE["events_held"], "topic", ("hydrogen", "robotics"), [Period.parse("2024")])
    assert dict(zip(parts["segment"], parts["value"], strict=True)) == {"hydrogen": 2, "robotics": 2}
