"""Introductions answer for lists and pasts of any length: some are looked at, and it says so."""

from datetime import timedelta

import numpy as np
import pytest

from analytics.charts.introductions import findings
from analytics.language import Language
from analytics.network.introductions import back_test, guest_pairs, introductions
from analytics.network.introductions.back_test import back_tested, cut_offs, pooled
from analytics.network.introductions.introductions import Introductions
from tests.benchmarks.ugly import Ugliness, Ugly

GERMAN = Language("de")


@pytest.fixture(scope="module")
def known():
    """What is known of 200 organisations with a hub among them."""
    return Ugly(Ugliness(organisations=200, ties=600, hub=80, chain=0, events=6, guests=50)).acquaintances()


@pytest.fixture
def made(known):
    """Introductions on the last day."""
    return Introductions.on(known, known.ties["since"].max().date())


def test_a_list_of_ordinary_length_is_introduced_whole(made):
    guests = made.known.organisations["organisation_id"].tolist()[:30]
    assert sorted(made.introduced([*guests, "nobody", guests[0]])) == sorted(guests)
    assert made.left_out(guests) == 0


def test_of_a_very_long_list_the_most_active_are_introduced(made, monkeypatch):
    guests = made.known.organisations["organisation_id"].tolist()[:30]
    monkeypatch.setattr(introductions, "MOST_GUESTS", 10)
    chosen = made.introduced(guests)
    active = dict(zip(made.affinity.place, made.affinity.activity, strict=True))
    least = min(active[one] for one in chosen)
    assert len(chosen) == 10
    assert made.left_out(guests) == 20
    assert all(active[one] <= least for one in set(guests) - set(chosen))
    pairs = made.for_guests(guests)
    assert set(pairs["organisation_id"]) | set(pairs["partner_id"]) <= set(chosen)


def test_pairs_are_found_even_where_time_runs_out_before_a_solution(monkeypatch):
    class Nothing:
        x = None

    monkeypatch.setattr(guest_pairs, "milp", lambda *_, **__: Nothing())
    score = np.random.default_rng(1).random((12, 12))
    score += score.T
    allowed = ~np.eye(12, dtype=bool)
    pairs = guest_pairs.guest_pairs(score, allowed, np.zeros((12, 12), dtype=bool))
    each = np.bincount(pairs.ravel(), minlength=12)
    assert each.min() >= guest_pairs.FEWEST
    assert each.max() <= guest_pairs.MOST
    assert len(np.unique(np.sort(pairs, axis=1), axis=0)) == len(pairs)


def test_scores_do_not_depend_on_how_many_are_scored_at_once(made, monkeypatch):
    rows = np.arange(40)
    at_once = np.vstack([score for _, _, score in made.blocks(rows)])
    monkeypatch.setattr(introductions, "_MOST_CELLS", 1)
    assert (np.vstack([score for _, _, score in made.blocks(rows)]) == at_once).all()


def test_a_very_long_past_is_tested_on_some_ties_and_scaled_up(known, monkeypatch):
    day = cut_offs(known)[1]
    whole = back_tested(known, day, day + timedelta(365))
    assert (whole["tested_ties"] == whole["later_ties"]).all()
    assert findings.tested(back_test.without_all_tested(whole), GERMAN) == ""
    # 60 rows of 200 organisations may be scored: 30 ties are drawn.
    monkeypatch.setattr(back_test, "MOST_COMPARED", 60 * 200)
    drawn = back_tested(known, day, day + timedelta(365))
    assert drawn["tested_ties"].tolist() == [30] * 6
    assert drawn["later_ties"].equals(whole["later_ties"])
    assert drawn["suggestions"].equals(whole["suggestions"])
    popular, every = (frame.set_index(["method", "first"]).loc[("popular", 10)] for frame in (drawn, whole))
    assert popular["recall"] == pytest.approx(every["recall"], abs=0.25)
    assert popular["found"] == pytest.approx(popular["recall"] * popular["later_ties"])
    assert drawn.equals(back_tested(known, day, day + timedelta(365)))
    assert "aus 30 zufällig gezogenen" in findings.tested(back_test.without_all_tested(drawn), GERMAN)
    assert pooled(drawn)["tested_ties"].tolist() == [30] * 6
