"""Applications for funding: how many are approved, and how much money they bring.

organisations:
organisation_id | name  | kind    | district
alpha           | Alpha | company | 05913
beta            | Beta  | science | 05911
gamma           | Gamma | startup | 05913

cooperations:
cooperation_id | title | kind     | topics
k1             | One   | research | hydrogen
k2             | Two   | research | robotics
k3             | Three | pilot    |

cooperation_members:
cooperation_id | organisation_id
k1             | alpha
k1             | beta
k2             | beta
k2             | gamma
k3             | beta

funding:
funding_id | organisation_id | cooperation_id | programme | status    | approved_eur | decided_on | supported
f01        | alpha           |                | P         | approved  | 1000         | 2024-01-01 | yes
f02        | alpha           |                | P         | approved  | 1000         | 2024-03-31 | no
f03        | gamma           |                | P         | declined  |              | 2024-02-01 | yes
f04        | gamma           |                | P         | declined  |              | 2024-02-01 | no
f05        | gamma           |                | P         | submitted |              | 2024-02-02 | yes
f06        | gamma           |                | P         | approved  | 77           |            | yes
f07        | alpha           | k1             | P         | approved  | 500          | 2024-04-01 | yes
f08        | beta            | k1             | P         | approved  | 500          | 2024-04-01 | yes
f16        | beta            | k1             | P         | approved  | 500          | 2024-07-01 | yes
f09        | beta            | k1             | Q         | approved  | 500          | 2024-04-02 | yes
f10        |                 | k2             | P         | approved  | 300          | 2024-04-03 | yes
f11        | beta            | k2             | P         | approved  | 100          | 2024-04-03 | yes
f12        | gamma           | k2             | P         | approved  | 200          | 2024-04-03 | yes
f13        | beta            | k2             | Q         | approved  | 7            | 2024-04-04 | yes
f14        | gamma           | k2             | Q         | approved  | 8            | 2024-04-04 | yes
f15        |                 | k3             | P         | declined  |              | 2024-04-05 | yes
f17        | beta            | k1             | R         | approved  | 70           | 2024-10-01 | no
f18        | beta            | k1             | R         | approved  | 70           | 2024-10-01 | no
f19        | alpha           | k1             | R         | approved  | 70           | 2024-10-01 | no
f20        | beta            | k3             | P         | approved  | 10           | 2024-10-02 | no
f21        | gamma           | k3             | P         | approved  | 20           | 2024-10-02 | no
f22        |                 | k3             | P         | approved  | 30           |            | no
f23        |                 | k3             | P         | approved  |              | 2024-10-02 | no
"""

PERIODS = ("2023", "2024-Q1", "2024-Q2", "2024-Q3", "2024")


def test_of_the_supported_applications_decided_in_the_period_so_many_are_approved(kpi):
    # Q1: f01 of f01 and f03. Q2: f07-f15 without f15, which was declined. Q3: f16.
    assert kpi("approval_rate", *PERIODS) == {
        "2023": None, "2024-Q1": 1 / 2, "2024-Q2": 8 / 9, "2024-Q3": 1, "2024": 10 / 12,
    }  # fmt: skip


def test_a_decision_brings_its_money_once(kpi):
    # Q1: f01 and f02 are two projects of one organisation. Q2: f07, which f08 states again; f09 in another programme;
    # f10 as a whole, of which f11 and f12 are the shares; f13 and f14, shares without a whole. Q3: a later decision.
    assert kpi("funding_won", *PERIODS[:4]) == {
        "2023": 0, "2024-Q1": 2000, "2024-Q2": 500 + 500 + 300 + 7 + 8, "2024-Q3": 500,
    }  # fmt: skip


def test_two_grants_of_one_partner_are_two_even_where_another_states_one_of_them(kpi):
    assert kpi("funding_won", "2024-Q4", kinds=("science",)) == {"2024-Q4": 70 + 70 + 10}
    assert kpi("funding_won", "2024-Q4", kinds=("company",)) == {"2024-Q4": 70}


def test_a_whole_without_day_or_sum_leaves_the_shares_alone(kpi):
    # R: two decisions, of which alpha states one again; P: the shares f20 and f21, as f22 and f23 say nothing.
    assert kpi("funding_won", "2024-Q4") == {"2024-Q4": 70 + 70 + 10 + 20}


def test_what_a_cooperation_of_one_applied_for_is_its_members(kpi):
    # k3 is no cooperation between anybody, but f15 was declined all the same. Approved: f08, f09, f11, f13 of Beta, and
    # f10 of k2, in which Beta is.
    assert kpi("approval_rate", "2024-Q2", kinds=("science",)) == {"2024-Q2": 5 / 6}
    assert kpi("approval_rate", "2024-Q2", districts=("05911",)) == {"2024-Q2": 5 / 6}


def test_funding_is_parted_by_applicants_and_topics(kpi):
    # Start-ups: gamma's own rows (f14, f21), and what k2 won as a whole, of which gamma is a member; f12 is part of it.
    assert kpi("funding_won", "2024", kinds=("startup",)) == {"2024": 300 + 8 + 20}
    assert kpi("funding_won", "2024", topics=("hydrogen",)) == {"2024": 500 + 500 + 500 + 70 + 70}
    assert kpi("approval_rate", "2024", topics=("unknown",)) == {"2024": 0}
    assert kpi("approval_rate", "2024", kinds=("public",)) == {"2024": None}
