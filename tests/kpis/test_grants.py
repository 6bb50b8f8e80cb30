"""Which approved rows are one grant: those of one project, programme, day and amount that several partners state.

organisations:
organisation_id | name  | kind
alpha           | Alpha | company
beta            | Beta  | science

cooperations:
cooperation_id | title | kind
k1             | One   | research
k2             | Two   | research

cooperation_members:
cooperation_id | organisation_id
k1             | alpha
k1             | beta
k2             | alpha
k2             | beta

funding:
funding_id | organisation_id | cooperation_id | programme | status   | approved_eur | decided_on
own1       | alpha           |                | P         | approved | 100          | 2024-02-01
own2       | beta            |                | P         | approved | 100          | 2024-02-01
project1   | alpha           | k1             | P         | approved | 10           | 2024-05-01
project2   | alpha           | k2             | P         | approved | 10           | 2024-05-01
programme  | alpha           | k1             | Q         | approved | 10           | 2024-05-01
whole1     |                 | k1             | R         | approved | 500          | 2024-08-01
whole2     |                 | k1             | R         | approved | 500          | 2024-08-01
share      | alpha           | k1             | R         | approved | 300          | 2024-08-01
declined   |                 | k2             | S         | declined | 70           | 2024-11-01
part       | alpha           | k2             | S         | approved | 25           | 2024-11-01
"""

from datetime import date

from analytics.kpis import CATALOGUE, compute
from analytics.warehouse import Period
from tests.warehouse.conftest import Region


def test_two_organisations_of_no_project_have_a_grant_each(kpi):
    assert kpi("funding_won", "2024-Q1") == {"2024-Q1": 100 + 100}


def test_another_project_or_programme_is_another_grant(kpi):
    assert kpi("funding_won", "2024-Q2") == {"2024-Q2": 10 + 10 + 10}


def test_a_project_may_win_the_same_sum_twice_as_a_whole(kpi):
    assert kpi("funding_won", "2024-Q3") == {"2024-Q3": 500 + 500}


def test_a_sum_that_was_declined_is_not_won_and_leaves_the_shares_alone(kpi):
    assert kpi("funding_won", "2024-Q4") == {"2024-Q4": 25}


def test_what_was_decided_after_the_day_until_which_data_counts_is_not_won_yet(kpi):
    half = Period(date(2024, 1, 1), date(2024, 6, 30), "half", as_of=date(2024, 4, 30))
    assert kpi("funding_won", half) == {"half": 100 + 100}


def test_what_waits_for_its_organisation_or_project_is_not_won(tmp_path):
    region = Region(tmp_path)
    region.take("organisations:\norganisation_id | name | kind\nalpha | Alpha | company")
    taken_back = region.take(
        """
organisations:
organisation_id | name | kind
beta            | Beta | science

cooperations:
cooperation_id | title | kind
k1             | One   | research
"""
    )
    region.take(
        """
funding:
funding_id | organisation_id | cooperation_id | programme | status   | approved_eur | decided_on
known      | alpha           |                | P         | approved | 100          | 2024-02-01
of_beta    | beta            |                | P         | approved | 20           | 2024-02-01
of_k1      | alpha           | k1             | P         | approved | 3            | 2024-02-01
"""
    )

    def won():
        return compute(region.view(), [CATALOGUE["funding_won"]], [Period.parse("2024")])["value"].tolist()

    assert won() == [123]
    region.store.undo(taken_back)
    assert won() == [100]
