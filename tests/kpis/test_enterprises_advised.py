"""Enterprises with a structured consultation.

organisations:
organisation_id | name  | kind    | district
alpha           | Alpha | company | 05913
beta            | Beta  | startup | 05911
gamma           | Gamma | company |
delta           | Delta | science | 05913

consultations:
consultation_id | organisation_id | held_on    | kind       | is_structured
c1              | alpha           | 2024-01-01 | initial    | yes
c2              | alpha           | 2024-01-01 | technology | yes
c3              | alpha           | 2024-03-31 | funding    | yes
c4              | alpha           | 2024-04-01 | funding    | yes
c5              | beta            | 2024-02-01 | initial    | no
c6              | beta            | 2024-05-01 | initial    | yes
c7              | gamma           | 2024-06-01 | initial    |
c8              | delta           | 2024-06-01 | initial    | yes
c9              | gamma           | 2023-12-31 | initial    | yes

funding:
funding_id | organisation_id | programme | status   | decided_on
last_day   | alpha           | P         | declined | 2024-12-31
"""

PERIODS = ("2023", "2024-Q1", "2024-Q2", "2024-Q3", "2024")


def test_an_enterprise_with_several_supports_counts_once(kpi):
    assert kpi("enterprises_advised", *PERIODS) == {"2023": 1, "2024-Q1": 1, "2024-Q2": 2, "2024-Q3": 0, "2024": 2}


def test_it_is_parted_by_kind_and_district(kpi):
    assert kpi("enterprises_advised", "2024", kinds=("startup",)) == {"2024": 1}
    assert kpi("enterprises_advised", "2024", kinds=("science",)) == {"2024": 0}
    assert kpi("enterprises_advised", "2023", districts=("unknown",)) == {"2023": 1}


def test_a_consultation_has_no_topic(kpi):
    assert kpi("enterprises_advised", "2024", topics=("unknown",)) == {"2024": 0}
