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

targets:
kpi                  | due_on     | baseline | target | source
newcomers            | 2026-12-31 |          | 40     |
organisations_reached| 2026-12-31 | 10       | 300    | Grant
organisations_reached| 2025-12-31 | 10       | 280.5  | Grant
"""

from datetime import date


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


def test_targets_by_kpi_in_the_order_in_which_they_fall_due(ask):
    assert ask("targets") == [
        ("newcomers", date(2026, 12, 31), None, 40, None),
        ("organisations_reached", date(2025, 12, 31), 10, 280.5, "Grant"),
        ("organisations_reached", date(2026, 12, 31), 10, 300, "Grant"),
    ]


def test_nothing_waits_where_everything_is_there(ask):
    assert ask("held_back") == []
