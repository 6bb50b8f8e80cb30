"""Who arrives, who comes again, who falls silent: twelve months decide, to the day.

organisations:
organisation_id | name   | kind
steady          | Steady | company
late            | Late   | science
gone            | Gone   | company
edge            | Edge   | company
leap            | Leap   | company
fresh           | Fresh  | company
young           | Young  | company
tail            | Tail   | company

consultations:
consultation_id | organisation_id | held_on
c1              | steady          | 2023-02-10
c2              | steady          | 2024-02-10
c3              | steady          | 2025-02-10
c4              | late            | 2023-02-10
c5              | late            | 2024-02-11
c6              | gone            | 2023-03-31
c7              | edge            | 2023-04-01
c8              | leap            | 2024-02-29
c9              | fresh           | 2024-02-01
c10             | fresh           | 2024-03-01
c11             | young           | 2024-11-15
c12             | tail            | 2025-02-28
"""

QUARTERS = ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1")


def test_new_returning_back_again_and_lapsed(ask):
    # 2024-Q1: leap and fresh are new (fresh came twice and counts once); steady returns exactly twelve months later;
    # late comes back a day after that, having fallen silent the day before, as gone does on the last day.
    # 2024-Q2: edge falls silent on the first day. 2025-Q1: leap on 28 February, late again; the data ends before fresh.
    assert ask("growth_arrivals", *QUARTERS) == [
        ("2023-Q1", 3, 0, 0, 0),
        ("2023-Q2", 1, 0, 0, 0),
        ("2023-Q3", 0, 0, 0, 0),
        ("2023-Q4", 0, 0, 0, 0),
        ("2024-Q1", 2, 1, 1, 2),
        ("2024-Q2", 0, 0, 0, 1),
        ("2024-Q3", 0, 0, 0, 0),
        ("2024-Q4", 1, 0, 0, 0),
        ("2025-Q1", 1, 1, 0, 2),
    ]


def test_a_year_counts_afresh(ask):
    # Lapsed in 2024: late, gone, edge.
    assert ask("growth_arrivals", "2024") == [("2024", 3, 1, 1, 3)]


def test_nobody_lapses_after_the_data_ends(ask):
    # fresh would on 1 March 2025, young on 15 November.
    assert ask("growth_arrivals", "2025-Q2", "2025-Q4") == [("2025-Q2", 0, 0, 0, 0), ("2025-Q4", 0, 0, 0, 0)]


def test_the_scope_narrows_who_is_counted(ask):
    assert ask("growth_arrivals", "2024-Q1", kinds=("science",)) == [("2024-Q1", 0, 0, 1, 1)]


def test_a_visit_and_a_consultation_on_one_day_are_one_contact(ask):
    """
    organisations:
    organisation_id | name | kind
    one             | One  | company

    events:
    event_id | title     | starts_on  | format    | status
    e1       | Reception | 2024-02-01 | reception | held

    participations:
    event_id | organisation_id | person_id | status
    e1       | one             | p1        | attended

    consultations:
    consultation_id | organisation_id | held_on
    c1              | one             | 2024-02-01
    c2              | one             | 2025-02-01
    """
    assert ask("growth_arrivals", "2024-Q1", "2025-Q1") == [("2024-Q1", 1, 0, 0, 0), ("2025-Q1", 0, 1, 0, 0)]
