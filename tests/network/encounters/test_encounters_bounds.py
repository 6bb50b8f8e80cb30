"""The comparison of encounters looks at some of very many new pairs, and says so."""

import pytest

from analytics.charts.events import encounter_findings as findings
from analytics.language import Language
from analytics.network.encounters import matched_pairs as matched_pairs_module
from analytics.network.encounters import matching
from analytics.network.encounters.matched_pairs import compared, table
from analytics.network.encounters.matching import matched_pairs
from tests.benchmarks.ugly import Ugliness, Ugly

GERMAN = Language("de")


@pytest.fixture(scope="module")
def encounters():
    """What is known of 200 organisations with some 650 new pairs."""
    return Ugly(Ugliness(organisations=200, ties=600, hub=80, chain=0, events=6, guests=50)).encounters()


def test_all_new_pairs_are_looked_at_as_long_as_there_are_not_too_many(encounters, monkeypatch):
    found = matched_pairs(encounters)
    assert found.not_drawn == 0
    assert found.pairs["is_case"].sum() + found.unmatched == len(encounters.couples)
    monkeypatch.setattr(matching, "MOST_CASES", len(encounters.couples))
    assert matched_pairs(encounters).pairs.equals(found.pairs)
    comparisons = table(compared(encounters, permutations=9))
    assert "not_drawn" not in comparisons
    assert findings.drawn(comparisons, GERMAN) == ""


def test_of_too_many_some_are_drawn_in_the_order_of_days(encounters, monkeypatch):
    monkeypatch.setattr(matching, "MOST_CASES", 50)
    found = matched_pairs(encounters)
    cases = found.pairs[found.pairs["is_case"]]
    assert len(cases) + found.unmatched == 50
    assert found.not_drawn == len(encounters.couples) - 50
    assert cases["day"].is_monotonic_increasing
    assert matched_pairs(encounters).pairs.equals(found.pairs)
    every = set(encounters.couples[["first", "second"]].itertuples(index=False, name=None))
    assert set(cases[["first", "second"]].itertuples(index=False, name=None)) <= every


def test_it_is_said_that_some_were_drawn(encounters, monkeypatch):
    monkeypatch.setattr(matching, "MOST_CASES", 50)
    comparisons = table(compared(encounters, permutations=9))
    every = len(encounters.couples)
    assert comparisons["not_drawn"].tolist() == [every - 50] * 2
    assert findings.drawn(comparisons, GERMAN) == (
        f"Verglichen sind 50 zufällig gezogene von {every} neuen Paaren; alle wären zu viele."
    )


@pytest.mark.parametrize(
    ("visits", "made"),
    [(1_000, 999), (30_030, 999), (100_000, 300), (300_000, 199), (600_000, 50), (1_500_000, 20), (1_600_000, 0)],
)
def test_the_more_visits_the_fewer_permutations(visits, made):
    assert matched_pairs_module._times(999, visits) == made


def test_it_is_said_that_few_or_no_permutations_were_made(encounters, monkeypatch):
    monkeypatch.setattr(matched_pairs_module, "_MOST_DEALT", 20 * len(encounters.visits))
    few = compared(encounters)
    assert [comparison.permutations for comparison in few] == [20, 20]
    assert "nur 20-mal gemischt" in findings.drawn(table(few), GERMAN)
    monkeypatch.setattr(matched_pairs_module, "_MOST_DEALT", 1)
    none = compared(encounters)
    assert [(one.p_value, one.expected, one.permutations, one.finds) for one in none] == [(None, None, 0, False)] * 2
    assert [one.odds_ratio for one in none] == [one.odds_ratio for one in few]
    frame = table(none)
    assert findings.drawn(frame, GERMAN).startswith("Bei so vielen Besuchen ist nicht berechnet")
    assert findings.certainty(frame, GERMAN)
