"""Where nothing can be said, nothing is said: undefined is never 0.

organisations:
organisation_id | name  | kind    | district
alpha           | Alpha | science | 05913
"""

import pytest

from analytics.kpis import CATALOGUE, compute
from analytics.warehouse import Period

PERIODS = ("2024-Q1", "2024")
ALWAYS_DEFINED = {"district_coverage", "completeness"}


@pytest.mark.parametrize("name", [kpi.name for kpi in CATALOGUE.values() if kpi.unit in ("count", "eur")])
def test_counts_and_sums_are_zero_where_nothing_happened(name, kpi):
    assert kpi(name, *PERIODS) == dict.fromkeys(PERIODS, 0)


@pytest.mark.parametrize(
    "name",
    [kpi.name for kpi in CATALOGUE.values() if kpi.unit not in ("count", "eur") and kpi.name not in ALWAYS_DEFINED],
)
def test_shares_and_means_of_nothing_are_undefined(name, kpi):
    assert kpi(name, *PERIODS) == dict.fromkeys(PERIODS)


def test_no_district_covered_is_zero_of_five(kpi):
    assert kpi("district_coverage", *PERIODS) == dict.fromkeys(PERIODS, 0)


def test_an_organisation_without_any_event_has_its_own_fields(kpi):
    assert kpi("completeness", *PERIODS) == dict.fromkeys(PERIODS, 1)


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_kpi_gives_one_row_for_every_period_in_their_order(name, view):
    periods = [Period.parse(period) for period in ("2024", "2023-Q4", "2024-Q1")]
    asking = view.within(periods)
    assert sorted(CATALOGUE[name].ask(asking, periods)["period"]) == ["2023-Q4", "2024", "2024-Q1"]
    assert list(compute(view, [CATALOGUE[name]], periods)["period"]) == ["2024", "2023-Q4", "2024-Q1"]


def test_no_periods_give_no_rows(view):
    assert compute(view, list(CATALOGUE.values()), []).empty
