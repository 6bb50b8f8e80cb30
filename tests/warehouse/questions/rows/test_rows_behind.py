"""The rows behind a number: organisations, cooperations, consultations and applications of a period.

organisations:
organisation_id | name  | kind    | size  | nace_code | district | is_coordinator
a1              | Alpha | company | small | 28.4      | 05913    |
a2              | Alpha | company | small | 28.4      | 05913    |
beta            | Beta  | science |       |           | abroad   |
gamma           | Gamma | startup |       |           |          |
hub             | Hub   | public  |       |           |          | yes

events:
event_id | title     | starts_on  | format    | status
e1       | Reception | 2024-02-01 | reception | held
e2       | Workshop  | 2024-03-31 | workshop  | held

participations:
event_id | organisation_id | person_id | status
e1       | a1              | p1        | attended
e1       | a1              | p2        | attended
e1       | a2              | p3        | attended
e2       | a1              | p1        | attended
e2       | gamma           | p4        | no_show

consultations:
consultation_id | organisation_id | held_on    | kind       | hours | is_structured | outcome
c1              | beta            | 2024-01-01 | technology | 1.5   | yes           | measure_planned
c2              | a1              | 2023-12-31 | initial    |       | no            |
c3              | a1              | 2024-03-31 |            |       |               |

cooperations:
cooperation_id | title | kind     | evidence | ended_on
k1             | Twin  | pilot    | document |
k2             | Twin  | pilot    | document |
k3             | Ended | research |          | 2024-01-01
k4             | Over  | research |          | 2023-12-31
k5             | Talks | other    |          |
k6             | Later | other    |          |

cooperation_stages:
cooperation_id | stage | since
k1             | 1     | 2023-05-05
k1             | 3     | 2024-03-31
k2             | 1     | 2023-05-05
k2             | 3     | 2024-03-31
k3             | 4     | 2023-02-02
k4             | 4     | 2023-02-02
k5             | 2     | 2024-02-02
k6             | 3     | 2024-04-01

cooperation_members:
cooperation_id | organisation_id
k1             | a1
k1             | beta
k2             | a2
k2             | beta
k2             | gamma
k3             | a1
k3             | beta
k3             | hub

funding:
funding_id | org_id | coop_id | programme | status   | requested_eur | approved_eur | decided_on | supported
f1         | a1     |         | Grant     | approved | 1000          | 900.5        | 2024-03-31 | yes
f2         |        | k3      | Loan      | declined | 2000          |              | 2024-01-01 |
f3         | a1     | k1      | Grant     | declined |               |              | 2024-02-01 |
f4         | a1     |         | Grant     | idea     |               |              |            |
"""

from datetime import date

QUARTER = "2024-Q1"


def test_organisations_with_how_often_they_were_reached(ask):
    # Two of one name are two. a1: two events and a consultation; its first contact lies before the period.
    assert ask("rows_organisations", QUARTER) == [
        ("Alpha", "company", "small", "28.4", "Dortmund", 3, date(2023, 12, 31)),
        ("Alpha", "company", "small", "28.4", "Dortmund", 1, date(2024, 2, 1)),
        ("Beta", "science", None, None, "abroad", 1, date(2024, 1, 1)),
    ]


def test_cooperations_that_ran_in_the_period(ask):
    # Two of one title are two. k3 ended on the first day, k4 the day before; k5 is not agreed, k6 not yet.
    assert ask("rows_cooperations", QUARTER) == [
        ("Twin", "pilot", date(2023, 5, 5), date(2024, 3, 31), None, None, 2, "document"),
        ("Twin", "pilot", date(2023, 5, 5), date(2024, 3, 31), None, None, 3, "document"),
        ("Ended", "research", date(2023, 2, 2), date(2023, 2, 2), date(2023, 2, 2), date(2024, 1, 1), 2, None),
    ]


def test_the_coordinator_is_a_member_where_it_is_asked_for(ask):
    found = ask("rows_cooperations", QUARTER, columns=("title", "members"), with_coordinator=True)
    assert found == [("Twin", 2), ("Twin", 3), ("Ended", 3)]


def test_consultations_of_the_period_the_newest_first(ask):
    assert ask("rows_consultations", QUARTER) == [
        ("Alpha", "company", date(2024, 3, 31), None, None, False, None),
        ("Beta", "science", date(2024, 1, 1), "technology", 1.5, True, "measure_planned"),
    ]


def test_applications_decided_in_the_period(ask):
    # Where both are named the cooperation's title stands.
    columns = ("title", "programme", "funding_status", "requested_eur", "approved_eur", "decided_on", "supported")
    assert ask("rows_funding", QUARTER, columns=columns) == [
        ("Alpha", "Grant", "approved", 1000, 900.5, date(2024, 3, 31), True),
        ("Twin", "Grant", "declined", None, None, date(2024, 2, 1), False),
        ("Ended", "Loan", "declined", 2000, None, date(2024, 1, 1), False),
    ]


def test_rows_by_the_scope(ask):
    assert ask("rows_organisations", QUARTER, columns=("name",), kinds=("science",)) == [("Beta",)]
    assert ask("rows_cooperations", QUARTER, columns=("title",), kinds=("startup",)) == [("Twin",)]
    assert ask("rows_consultations", QUARTER, columns=("name",), districts=("abroad",)) == [("Beta",)]
    # f3 names its applicant, who is not abroad; f2 names nobody, so any member of k3 will do.
    assert ask("rows_funding", QUARTER, columns=("title",), districts=("abroad",)) == [("Ended",)]
