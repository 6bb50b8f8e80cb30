"""A question within a scope: kinds, districts and topics narrow it, also those that are not known.

organisations:
organisation_id | name  | kind    | district
alpha           | Alpha | company | 05913
beta            | Beta  | company |
gamma           | Gamma | unknown | abroad
delta           | Delta | science | 05911

events:
event_id | title     | starts_on  | format    | topics | status
e1       | Reception | 2024-02-01 | reception | energy | held
e2       | Workshop  | 2024-03-01 | workshop  |        | held

participations:
event_id | organisation_id | person_id | status
e1       | alpha           | p1        | attended
e1       | gamma           | p2        | attended
e2       | beta            | p3        | attended
e2       |                 | p4        | attended

consultations:
consultation_id | organisation_id | held_on
c1              | delta           | 2024-02-03
"""

import pytest


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ({}, 4),
        ({"kinds": ("company",)}, 2),
        ({"kinds": ("company", "science")}, 3),
        ({"kinds": ("unknown",)}, 1),
        ({"kinds": ("multiplier",)}, 0),
        ({"kinds": ()}, 0),
        ({"districts": ("05913",)}, 1),
        ({"districts": ("unknown",)}, 1),
        ({"districts": ("abroad", "05911")}, 2),
        ({"topics": ("energy",)}, 2),
        ({"topics": ("unknown",)}, 1),
        ({"topics": ("energy", "unknown")}, 3),
        ({"topics": ("no such topic",)}, 0),
        ({"kinds": ("company",), "districts": ("05913",), "topics": ("energy",)}, 1),
        ({"kinds": ("company",), "districts": ("05911",)}, 0),
    ],
    ids=str,
)
def test_organisations_reached_within(ask, scope, expected):
    # Consultations have no topic: where topics are chosen, delta is not reached.
    assert ask("growth_organisations", "2024", **scope) == [("2024", expected, expected)]


def test_the_parts_by_kind_make_the_whole(ask):
    kinds = ("company", "startup", "science", "public", "multiplier", "unknown")
    parts = [ask("growth_organisations", "2024", kinds=(kind,))[0][2] for kind in kinds]
    assert sum(parts) == ask("growth_organisations", "2024")[0][2]


def test_values_are_bound_and_never_read_as_sql(ask):
    wicked = ("') or 1 = 1 --", "company'")
    assert ask("growth_organisations", "2024", kinds=wicked) == [("2024", 0, 0)]
    assert ask("growth_organisations", "2024", topics=wicked) == [("2024", 0, 0)]


def test_periods_may_overlap_and_each_counts_for_itself(ask):
    # 2024-Q1 and the half-year and the year hold the same four organisations; nothing is summed.
    found = dict(ask("growth_organisations", "2024-Q1", "2024-H1", "2024", "2023", columns=("period", "active")))
    assert found == {"2023": 0, "2024-Q1": 4, "2024-H1": 4, "2024": 4}
