"""Where nothing can be said, nothing is said: undefined is never 0.

organisations:
organisation_id | name  | kind    | district
alpha           | Alpha | science | 05913
"""

import pytest

from analytics.kpis import CATALOGUE, compute
from analytics.warehouse import Period

PERIODS = ("2024-Q1", "2024")


@pytest.mark.parametrize("name", [kpi.name for kpi in CATALOGUE.values() if kpi.unit in ("count", "eur")])
def test_counts_and_sums_are_zero_where_nothing_happened(name, kpi):
    """
    organisations:
    organisation_id | name  | kind
    alpha           | Alpha | science
    beta            | Beta  | company

    events:
    event_id | title | starts_on  | format | status
    e1       | First | 2023-05-01 | forum  | held

    participations:
    event_id | organisation_id | person_id | status
    e1       | alpha           | p1        | attended

    consultations:
    consultation_id | organisation_id | held_on
    c1              | beta            | 2023-05-01

    cooperations:
    cooperation_id | title | kind  | ended_on
    k1             | One   | pilot | 2023-06-01

    cooperation_stages:
    cooperation_id | stage | since
    k1             | 3     | 2023-05-01

    cooperation_members:
    cooperation_id | organisation_id
    k1             | alpha
    k1             | beta

    funding:
    funding_id | organisation_id | programme | status   | decided_on
    last_day   | alpha           | P         | declined | 2024-12-31
    """
    assert kpi(name, *PERIODS) == dict.fromkeys(PERIODS, 0)


@pytest.mark.parametrize("name", [kpi.name for kpi in CATALOGUE.values() if kpi.unit not in ("count", "eur")])
def test_shares_and_means_of_nothing_are_undefined(name, kpi):
    assert kpi(name, *PERIODS) == dict.fromkeys(PERIODS)


@pytest.mark.parametrize("name", [kpi.name for kpi in CATALOGUE.values() if kpi.unit in ("count", "eur")])
def test_where_nothing_is_on_record_nothing_is_counted(name, kpi):
    assert kpi(name, *PERIODS) == dict.fromkeys(PERIODS)


@pytest.mark.parametrize("name", CATALOGUE)
def test_after_the_last_data_nothing_is_said(name, demo):
    later = [Period.parse(period) for period in ("2026-Q3", "2026-H2", "2027")]
    assert compute(demo, [CATALOGUE[name]], later)[["value", "numerator", "denominator"]].isna().all(axis=None)


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_kpi_gives_one_row_for_every_period_in_their_order(name, view):
    periods = [Period.parse(period) for period in ("2024", "2023-Q4", "2024-Q1")]
    asking = view.within(periods)
    assert sorted(CATALOGUE[name].ask(asking, periods)["period"]) == ["2023-Q4", "2024", "2024-Q1"]
    assert list(compute(view, [CATALOGUE[name]], periods)["period"]) == ["2024", "2023-Q4", "2024-Q1"]


def test_no_periods_give_no_rows(view):
    assert compute(view, list(CATALOGUE.values()), []).empty
