"""Who was reached: organisations, SMEs, manufacturing, newcomers, districts.

organisations:
organisation_id | name    | kind    | size    | nace_code | district
alpha           | Alpha   | company | small   | 28.4      | 05913
beta            | Beta    | company | large   | C 25.1    | 05913
gamma           | Gamma   | startup | micro   | 62.01     | 05911
delta           | Delta   | company | unknown |           | 05913
epsilon         | Epsilon | company |         | 2840      |
zeta            | Zeta    | science | medium  | 72.1      | 05914
eta             | Eta     | public  |         | 84        | 05978
theta           | Theta   | company | medium  | C28       | 05978
iota            | Iota    | company | small   | 10.7      | 05513

events:
event_id | title        | starts_on  | format    | status
e1       | Reception    | 2024-02-01 | reception | held
e2       | Workshop     | 2024-03-10 | workshop  | held
e3       | Forum        | 2024-05-05 | forum     | held
e4       | Called off   | 2024-05-20 | forum     | cancelled
e5       | Still to come| 2024-08-01 | forum     | planned

participations:
event_id | organisation_id | person_id | status
e1       | alpha           | p1        | attended
e1       | alpha           | p2        | attended
e1       | beta            | p3        | attended
e1       | gamma           | p4        | no_show
e1       | zeta            | p5        | attended
e2       | alpha           | p1        | attended
e2       | theta           | p6        | attended
e2       | delta           | p7        | attended
e3       | beta            | p3        | attended
e3       | epsilon         | p8        | attended
e3       | eta             | p9        | registered
e3       |                 | p10       | attended
e4       | iota            | p11       | attended
e5       | eta             | p9        | attended

consultations:
consultation_id | organisation_id | held_on    | is_structured
c1              | gamma           | 2024-05-10 | yes
c2              | alpha           | 2024-05-11 | no
c3              | iota            | 2024-07-15 | no

funding:
funding_id | organisation_id | programme | status   | decided_on
last_day   | alpha           | P         | declined | 2024-12-31
"""

QUARTERS_AND_YEAR = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024")


def test_an_organisation_counts_once_however_often_it_came(kpi):
    # Q1: alpha (three times), beta, zeta, theta, delta. Q2: beta, epsilon, gamma, alpha. Q3: iota.
    # Neither a no-show nor a registration, a cancelled or a planned event reaches anybody.
    assert kpi("organisations_reached", *QUARTERS_AND_YEAR) == {
        "2024-Q1": 5, "2024-Q2": 4, "2024-Q3": 1, "2024-Q4": 0, "2024": 8,
    }  # fmt: skip


def test_smes_are_enterprises_of_known_size_below_large(kpi):
    # Q1: alpha, theta. Q2: gamma, alpha. Q3: iota. The medium-sized institute zeta is no enterprise.
    assert kpi("smes_reached", *QUARTERS_AND_YEAR) == {
        "2024-Q1": 2, "2024-Q2": 2, "2024-Q3": 1, "2024-Q4": 0, "2024": 4,
    }  # fmt: skip


def test_the_sme_share_leaves_out_unknown_sizes(kpi):
    # Q1: alpha, theta of alpha, beta, theta. Q2: gamma, alpha of beta, gamma, alpha. Year: beta alone is large.
    assert kpi("sme_share", *QUARTERS_AND_YEAR) == {
        "2024-Q1": 2 / 3, "2024-Q2": 2 / 3, "2024-Q3": 1, "2024-Q4": None, "2024": 4 / 5,
    }  # fmt: skip


def test_the_manufacturing_share_leaves_out_unknown_branches(kpi):
    # Q1: alpha, beta, theta of as many (delta has no code). Q2: all of beta, epsilon, alpha but gamma.
    assert kpi("manufacturing_share", *QUARTERS_AND_YEAR) == {
        "2024-Q1": 1, "2024-Q2": 3 / 4, "2024-Q3": 1, "2024-Q4": None, "2024": 5 / 6,
    }  # fmt: skip


def test_an_organisation_is_new_once(kpi):
    # Q1: all five. Q2: gamma (its no-show in Q1 was no contact) and epsilon. Q3: iota.
    assert kpi("newcomers", *QUARTERS_AND_YEAR) == {
        "2024-Q1": 5, "2024-Q2": 2, "2024-Q3": 1, "2024-Q4": 0, "2024": 8,
    }  # fmt: skip


def test_a_district_is_covered_from_three_organisations_on(kpi):
    # 05913 with alpha, beta, delta in Q1 and the year; in Q2 alpha and beta only, as epsilon has no district.
    assert kpi("district_coverage", *QUARTERS_AND_YEAR) == {
        "2024-Q1": 1 / 5, "2024-Q2": 0, "2024-Q3": 0, "2024-Q4": 0, "2024": 1 / 5,
    }  # fmt: skip


def test_coverage_is_measured_against_the_districts_chosen(kpi):
    assert kpi("district_coverage", "2024", districts=("05913", "05978")) == {"2024": 1 / 2}
    assert kpi("district_coverage", "2024", districts=("05513", "elsewhere")) == {"2024": 0}
    assert kpi("district_coverage", "2024", districts=("unknown", "abroad")) == {"2024": None}
