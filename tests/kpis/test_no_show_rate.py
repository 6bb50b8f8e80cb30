"""Who did not come is known only of events for which more than attendance is on record.

organisations:
organisation_id | name  | kind
alpha           | Alpha | company
beta            | Beta  | science

events:
event_id  | title     | starts_on  | format | status
bare      | Bare      | 2024-02-01 | forum  | held
listed    | Listed    | 2024-05-01 | forum  | held
dated     | Dated     | 2024-08-01 | forum  | held
cancelled | Cancelled | 2024-11-01 | forum  | held
planned   | Planned   | 2025-02-01 | forum  | planned
groups    | Groups    | 2025-05-01 | forum  | held

participations:
event_id  | organisation_id | person_id | persons | status     | walk_in | registered_on
bare      | alpha           | p1        | 8       | attended   | false   |
listed    | alpha           | p1        | 3       | attended   | false   |
listed    | beta            | p2        | 1       | no_show    | false   |
listed    | alpha           | p3        | 5       | attended   | true    |
dated     | alpha           | p1        | 2       | attended   | false   |
dated     | beta            | p2        | 1       | attended   | false   | 2024-07-01
cancelled | alpha           | p1        | 4       | attended   | false   |
cancelled | beta            | p2        | 1       | cancelled  | false   |
planned   | alpha           | p1        | 1       | attended   | false   |
planned   | beta            | p2        | 1       | no_show    | false   |
groups    | alpha           |           | 3       | attended   |         |
groups    | beta            |           | 2       | no_show    |         |
"""

from datetime import date

from analytics.warehouse import Period


def test_where_only_attendance_is_recorded_nobody_knows_who_was_missing(kpi):
    assert kpi("no_show_rate", "2024-Q1") == {"2024-Q1": None}


def test_a_no_show_a_cancellation_or_a_day_of_registration_tells_that_guests_were_expected(kpi):
    assert kpi("no_show_rate", "2024-Q2", "2024-Q3", "2024-Q4", "2024") == {
        "2024-Q2": 1 / 4, "2024-Q3": 0, "2024-Q4": 0, "2024": 1 / 11,
    }  # fmt: skip


def test_what_one_guest_tells_of_the_event_holds_for_every_part_of_it(kpi):
    # Alpha's rows alone say nothing of registrations; those of beta do.
    assert kpi("no_show_rate", "2024-Q3", "2024-Q1", kinds=("company",)) == {"2024-Q3": 0, "2024-Q1": None}


def test_persons_count_and_not_rows_and_only_where_the_event_was_held(kpi):
    # Whether groups' guests came without registration is not said: then they had one.
    assert kpi("no_show_rate", "2025-Q1", "2025-Q2") == {"2025-Q1": None, "2025-Q2": 2 / 5}


def test_what_happened_after_the_day_until_which_data_counts_is_not_known_yet(kpi):
    half = Period(date(2025, 1, 1), date(2025, 6, 30), "half", as_of=date(2025, 4, 30))
    assert kpi("no_show_rate", half) == {"half": None}
