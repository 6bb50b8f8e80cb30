"""Who comes again within 180 days of the first event.

organisations:
organisation_id | name    | kind
alpha           | Alpha   | company
beta            | Beta    | company
gamma           | Gamma   | science
delta           | Delta   | company
epsilon         | Epsilon | company
zeta            | Zeta    | public
eta             | Eta     | public

events:
event_id | title     | starts_on  | format    | status | topics
e1       | First     | 2024-01-01 | reception | held   | hydrogen
e2       | Same day  | 2024-01-01 | workshop  | held   | robotics
e3       | Day 180   | 2024-06-29 | forum     | held   | robotics
e4       | Day 181   | 2024-06-30 | forum     | held   | hydrogen
e5       | Late      | 2024-10-01 | forum     | held   | hydrogen
e6       | Last      | 2025-03-30 | forum     | held   |
e7       | Day 179   | 2024-10-02 | forum     | held   | hydrogen

participations:
event_id | organisation_id | status
e1       | alpha           | attended
e3       | alpha           | attended
e1       | beta            | attended
e4       | beta            | attended
e1       | gamma           | attended
e2       | gamma           | attended
e1       | delta           | attended
e3       | delta           | no_show
e5       | epsilon         | attended
e6       | epsilon         | attended
e6       | zeta            | attended
e7       | eta             | attended

consultations:
consultation_id | organisation_id | held_on
c1              | gamma           | 2024-02-01
c2              | alpha           | 2023-10-01
"""


def test_the_return_counts_up_to_the_180th_day(kpi):
    # Of the four of 1 January only alpha returns in time: beta a day late, gamma on the same day and to be
    # advised, delta did not show up. Epsilon's first event lies exactly 180 days before the last day of the data,
    # on which it returns; the 180 days of zeta, and by one day those of eta, are not over.
    assert kpi("return_rate", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q4", "2025-Q1", "2024") == {
        "2023-Q4": None,
        "2024-Q1": 1 / 4,
        "2024-Q2": None,
        "2024-Q4": 1,
        "2025-Q1": None,
        "2024": 2 / 5,
    }


def test_the_first_event_decides_the_topic_and_any_event_is_a_return(kpi):
    # Alpha began with hydrogen and came again for robotics. On its first day gamma came to both topics.
    assert kpi("return_rate", "2024-Q1", topics=("hydrogen",)) == {"2024-Q1": 1 / 4}
    assert kpi("return_rate", "2024-Q1", topics=("robotics",)) == {"2024-Q1": 0}


def test_it_is_parted_by_kind(kpi):
    assert kpi("return_rate", "2024", kinds=("science",)) == {"2024": 0}
    assert kpi("return_rate", "2024", kinds=("company",)) == {"2024": 2 / 4}
