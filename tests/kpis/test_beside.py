"""What stands beside a value: the benchmark of pairs that never met, the range among equals, what is behind or missed.

Alpha, Beta and Gamma are companies, Sigma and Tau are science. On 1 January 2023 Alpha met Sigma and Beta met Tau, at
two events; Gamma came alone a year later. The data ends on 31 December 2024.

organisations:
organisation_id | name  | kind
alpha           | Alpha | company
beta            | Beta  | company
gamma           | Gamma | company
sigma           | Sigma | science
tau             | Tau   | science

events:
event_id | title | starts_on  | format | status
e1       | One   | 2023-01-01 | forum  | held
e2       | Two   | 2023-01-01 | forum  | held
e3       | Three | 2024-01-01 | forum  | held
e4       | Four  | 2024-12-31 | forum  | held

participations:
event_id | organisation_id | status
e1       | alpha           | attended
e1       | sigma           | attended
e2       | beta            | attended
e2       | tau             | attended
e3       | gamma           | attended

cooperations:
cooperation_id | title | kind
k1             | One   | pilot

cooperation_stages:
cooperation_id | stage | since
k1             | 3     | 2024-01-01

cooperation_members:
cooperation_id | organisation_id
k1             | alpha
k1             | tau

targets:
kpi              | starts_on  | due_on     | target | source
events_held      | 2023-01-01 | 2023-12-31 | 5      | notice
events_held      | 2023-01-01 | 2025-12-31 | 40     | committee
"""

import pytest

from analytics.kpis import CATALOGUE
from analytics.kpis.beside import beside
from analytics.language import Language
from analytics.network.encounters.never_met import NeverMet, never_met
from analytics.warehouse import EVERYTHING, Period, Scope

YEAR = Period.parse("2024")


def said(view, kpi, scope=EVERYTHING, code="en"):
    return beside(CATALOGUE[kpi], view, YEAR, scope, Language(code))


def test_pairs_of_the_same_kinds_that_never_met(view):
    # Company and science, at risk: Alpha and Tau 365 days until they agreed, Beta and Sigma 730, Gamma and Sigma, and
    # Gamma and Tau 365 each. One agreement in 1,825 days, five years.
    assert never_met(view.counting([YEAR]), YEAR) == NeverMet(pytest.approx(1 / 5), 1, pytest.approx(5))
    assert said(view, "ties_after_meeting").endswith(
        "20.00% a year agreed a cooperation. Behind this stands 1 agreement in 5 pair-years (one pair watched for one "
        "year counts as one)."
    )


def test_without_pairs_that_met_there_is_no_benchmark(view):
    assert never_met(view.counting([YEAR], Scope(kinds=("company",))), YEAR) is None
    assert said(view, "ties_after_meeting", Scope(kinds=("company",))) == ""


def test_what_is_behind_and_what_was_missed_long_ago(view):
    assert said(view, "target_achievement") == "Of 2 targets begun: 1 behind, 1 missed."
    assert said(view, "target_achievement", Scope(kinds=("company",))) == ""


def test_nothing_stands_beside_others(view):
    assert said(view, "events_held") == ""
    assert said(view, "robustness") == ""  # undefined in so small a network
