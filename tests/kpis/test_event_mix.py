"""How mixed the guests of an event are.

organisations:
organisation_id | name | kind    | district
a1              | A1   | company | 05913
a2              | A2   | company | 05913
a3              | A3   | company | 05913
a4              | A4   | company | 05913
a5              | A5   | company | 05913
s1              | S1   | science | 05911
s2              | S2   | science | 05911
u1              | U1   | unknown |

events:
event_id | title    | starts_on  | format   | status | topics
mixed    | Mixed    | 2024-01-10 | forum    | held   | hydrogen
alike    | Alike    | 2024-02-10 | workshop | held   | robotics
small    | Small    | 2024-02-11 | workshop | held   | robotics
later    | Later    | 2024-05-10 | workshop | held   | robotics

participations:
event_id | organisation_id | person_id | status
mixed    | a1              | p1        | attended
mixed    | a1              | p2        | attended
mixed    | a2              | p3        | attended
mixed    | s1              | p4        | attended
mixed    | s2              | p5        | attended
mixed    | u1              | p6        | attended
mixed    |                 | p7        | attended
mixed    | a3              | p8        | no_show
alike    | a1              | p1        | attended
alike    | a2              | p2        | attended
alike    | a3              | p3        | attended
alike    | a4              | p4        | attended
alike    | a5              | p5        | attended
small    | a1              | p1        | attended
small    | s1              | p2        | attended
small    | s2              | p3        | attended
small    | u1              | p4        | attended
small    |                 | p5        | attended
later    | a1              | p1        | attended
"""

import pytest


def test_it_is_the_mean_over_events_with_five_organisations(kpi):
    # Mixed: two companies, two of science, one unknown: 1 - (2*1 + 2*1 + 0) / (5*4) = 0.8. Alike: five companies: 0.
    # Small has four organisations (a guest without one is none), later one.
    assert kpi("event_mix", "2024-Q1", "2024-Q2", "2024") == {
        "2024-Q1": pytest.approx(0.4),
        "2024-Q2": None,
        "2024": pytest.approx(0.4),
    }


def test_it_is_parted_by_the_topic_of_the_event(kpi):
    assert kpi("event_mix", "2024", topics=("hydrogen",)) == {"2024": pytest.approx(0.8)}
    assert kpi("event_mix", "2024", topics=("robotics",)) == {"2024": 0}
