"""How many of the key fields are filled.

organisations:
organisation_id | name    | kind       | size    | nace_code | district  | member_since
alpha           | Alpha   | company    | small   | 28.4      | 05913     | 2024-06-01
beta            | Beta    | startup    | unknown |           | abroad    | 2024-06-01
gamma           | Gamma   | company    |         | C         |           | 2024-08-01
delta           | Delta   | science    |         |           | 05911     |
epsilon         | Epsilon | multiplier | large   | 94.1      |           |
zeta            | Zeta    | unknown    |         |           |           |

consultations:
consultation_id | organisation_id | held_on
c1              | alpha           | 2024-01-15
c2              | delta           | 2024-04-15

cooperations:
cooperation_id | title   | kind     | evidence
k1             | One     | research | document
k2             | Two     | pilot    | none
k3             | Three   | pilot    |
k4             | Four    | other    | both_sides
k5             | Five    | other    | document

cooperation_stages:
cooperation_id | stage | since
k1             | 1     | 2024-05-01
k2             | 3     | 2024-09-01
k3             | 2     | 2024-09-01
k5             | 1     | 2044-01-01

cooperation_members:
cooperation_id | organisation_id
k1             | alpha
"""

from datetime import date

from analytics.warehouse import Period


def test_filled_fields_of_those_known_by_the_end_of_the_period(kpi):
    # Always, as undated: epsilon (kind of 2: only enterprises need size and branch), zeta (0 of 2), k4 (1 of 2),
    # and k5, whose stage is still to come (1 of 2).
    # Q1: alpha by its consultation (4 of 4). Q2: beta (2 of 4), delta (2 of 2), k1 (2 of 2).
    # Q3: gamma (1 of 4: of its branch no division can be read), k2 (2 of 2: no evidence is an answer), k3 (1 of 2).
    assert kpi("completeness", "2023", "2024-Q1", "2024-Q2", "2024-Q3", "2024") == {
        "2023": 3 / 8, "2024-Q1": 7 / 12, "2024-Q2": 13 / 20, "2024-Q3": 17 / 28, "2024": 17 / 28,
    }  # fmt: skip


def test_who_became_known_after_the_day_until_which_data_counts_is_not_known_yet(kpi):
    year = Period(date(2024, 1, 1), date(2024, 12, 31), "year", as_of=date(2024, 6, 30))
    assert kpi("completeness", year) == {"year": 13 / 20}


def test_it_is_parted_by_kind_and_district(kpi):
    # alpha (4 of 4), gamma (1 of 4) and k1, of which alpha is a member (2 of 2).
    assert kpi("completeness", "2024", kinds=("company",)) == {"2024": 7 / 10}
    assert kpi("completeness", "2024", districts=("unknown",)) == {"2024": 2 / 8}
    assert kpi("completeness", "2024", kinds=("public",)) == {"2024": None}


def test_what_is_not_classified_is_not_complete(kpi):
    assert kpi("completeness", "2024", kinds=("unknown",)) == {"2024": 0}
