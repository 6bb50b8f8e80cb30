"""What pages choose from and compare with: topics, districts, targets.

organisations:
organisation_id | name    | kind    | postcode | district
a               | Alpha   | company |          | 05978
b               | Beta    | company | 44135    |
c               | Gamma   | science |          | 05515
d               | Delta   | science |          | abroad
e               | Epsilon | science |          |
f               | Zeta    | science |          | 09162
g               | Eta     | science |          | 05515

events:
event_id | title     | starts_on  | format    | status    | district | topics
e1       | Reception | 2024-02-01 | reception | held      | 05911    | water, energy
e2       | Workshop  | 2024-02-02 | workshop  | cancelled |          | energy
e3       | Forum     | 2024-02-03 | forum     | held      | 05913    |

cooperations:
cooperation_id | title | kind  | topics
k1             | One   | pilot | energy, circular economy
k2             | Two   | pilot | water, energy
k3             | Three | pilot |

cooperation_members:
cooperation_id | organisation_id
k1             | a
k1             | b
k2             | a
k2             | c
k3             | b
k3             | c

targets:
kpi                  | starts_on  | due_on     | baseline | target | source | amber_below | red_below
newcomers            |            | 2026-12-31 |          | 40     |        |             |
organisations_reached|            | 2026-12-31 | 10       | 300    | Grant  |             | 0.6
organisations_reached| 2025-01-01 | 2027-12-31 |          | 500    | Grant  | 0.8         |
organisations_reached| 2025-01-01 | 2025-12-31 | 10       | 280.5  | Grant  |             |

target_notes:
kpi       | written_on | reason
newcomers | 2025-06-01 | first
newcomers | 2025-12-01 | second
newcomers | 2026-12-01 | third
"""

from datetime import date

import pytest


def test_topics_of_events_and_cooperations_the_most_frequent_first(ask):
    # energy four times, water twice, circular economy once.
    assert ask("topics") == [("energy",), ("water",), ("circular economy",)]


def test_districts_core_first_by_name_then_others_then_what_is_none(ask):
    # Beta's from its postcode; 09162 is not in the reference, so it is elsewhere; e and e2 have none.
    assert ask("districts_present") == [
        ("05911", "Bochum"),
        ("05913", "Dortmund"),
        ("05978", "Unna"),
        ("05515", "Münster"),
        ("abroad", None),
        ("elsewhere", None),
        ("unknown", None),
    ]


def test_milestones_in_the_order_in_which_they_fall_due_with_what_holds_for_their_path(ask):
    # The beginning of 2027's is given; the others begin with their year. Baseline and thresholds are the path's.
    columns = ("kpi", "source", "begins_on", "due_on", "target", "baseline", "amber_below", "red_below")
    first, second = date(2025, 1, 1), date(2026, 1, 1)
    assert ask("targets", columns=columns) == [
        ("newcomers", "unspecified", second, date(2026, 12, 31), 40, None, 0.9, 0.7),
        ("organisations_reached", "Grant", first, date(2025, 12, 31), 280.5, 10, 0.8, 0.7),
        ("organisations_reached", "Grant", first, date(2027, 12, 31), 500, 10, 0.8, 0.7),
        ("organisations_reached", "Grant", second, date(2026, 12, 31), 300, 10, 0.9, 0.6),
    ]


@pytest.mark.parametrize(
    ("day", "reason"), [(date(2025, 5, 31), None), (date(2025, 6, 1), "first"), (date(2026, 1, 1), "second")]
)
def test_the_newest_note_by_a_day(ask, day, reason):
    found = ask("target_notes", values={"written_until": day}, columns=("kpi", "source", "reason"))
    assert found == ([("newcomers", "unspecified", reason)] if reason else [])


def test_nothing_waits_where_everything_is_there(ask):
    assert ask("pending") == []
