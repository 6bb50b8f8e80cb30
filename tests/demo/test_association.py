"""The one truth hidden in the demo region: having met goes with beginning to cooperate, unless it is told not to.

Measured from the tables alone. A case is a pair whose first joint cooperation begins; its controls are pairs that
do not work together, of the same kinds, that attended as many events in the year before. Both are asked: did the
two attend the same event in the 365 days before? The Mantel-Haenszel odds ratio compares the answers.
"""

from itertools import combinations

import numpy as np
import pytest

from analytics.demo import generate

SEEDS = range(10)
ACTIVITY_CLASSES = [1, 2, 3, 4, 5, 7, 10, 15]
CONTROLS = 12


def attendance(tables):
    """The days of the events and who (columns) attended them (rows)."""
    place = {name: position for position, name in enumerate(tables["organisations"]["organisation_id"])}
    row = {name: position for position, name in enumerate(tables["events"]["event_id"])}
    came = tables["participations"].query("status == 'attended'").dropna(subset=["organisation_id"])
    attended = np.zeros((len(row), len(place)), dtype=bool)
    attended[came["event_id"].map(row), came["organisation_id"].map(place)] = True
    return tables["events"]["starts_on"].to_numpy().astype("datetime64[D]"), attended, place


def beginnings(tables, place):
    """Each cooperation's first day and members, in the order of days; without the coordinator and what is older."""
    first = tables["cooperation_stages"].groupby("cooperation_id")["since"].min()
    young = tables["cooperations"].query("origin != 'existing'")["cooperation_id"]
    first = first[first.index.isin(young)].sort_values()
    members = tables["cooperation_members"].groupby("cooperation_id")["organisation_id"].agg(list)
    for name, day in first.items():
        yield np.datetime64(day, "D"), [place[member] for member in members[name] if place[member] != 0]


def odds_ratio(tables, rng):
    days, attended, place = attendance(tables)
    kind = np.unique(tables["organisations"]["kind"], return_inverse=True)[1]
    together = np.zeros((len(place), len(place)), dtype=bool)
    speaks_for, speaks_against = 0.0, 0.0
    for day, members in beginnings(tables, place):
        recent = attended[(days >= day - np.timedelta64(365, "D")) & (days < day)]
        alike = 10 * np.digitize(recent.sum(axis=0), ACTIVITY_CLASSES) + kind
        for one, other in combinations(members, 2):
            if together[one, other]:
                continue
            together[one, other] = together[other, one] = True
            first = rng.choice(np.flatnonzero(alike == alike[one]), 3 * CONTROLS)
            second = rng.choice(np.flatnonzero(alike == alike[other]), 3 * CONTROLS)
            usable = (first != second) & ~together[first, second]
            first, second = first[usable][:CONTROLS], second[usable][:CONTROLS]
            case_met = (recent[:, one] & recent[:, other]).any()
            controls_met = (recent[:, first] & recent[:, second]).any(axis=0)
            size = len(first) + 1
            speaks_for += case_met * (~controls_met).sum() / size
            speaks_against += (not case_met) * controls_met.sum() / size
    return speaks_for / speaks_against


def mean_odds_ratio(null):
    rng = np.random.default_rng(1)
    return np.exp(np.mean([np.log(odds_ratio(generate(seed, null), rng)) for seed in SEEDS]))


def test_pairs_that_met_begin_to_cooperate_with_three_to_four_times_the_odds():
    assert 2.7 < mean_odds_ratio(null=False) < 4.7


def test_without_the_association_having_met_makes_no_difference():
    assert mean_odds_ratio(null=True) == pytest.approx(1.0, abs=0.17)


def test_the_committed_region_shows_the_association(tables):
    assert odds_ratio(tables, np.random.default_rng(1)) > 2


def test_only_cooperations_and_their_funding_differ_without_the_association(tables):
    without = generate(null=True)
    different = {name for name, table in tables.items() if not table.equals(without[name])}
    assert different == {"cooperations", "cooperation_stages", "cooperation_members", "funding"}
