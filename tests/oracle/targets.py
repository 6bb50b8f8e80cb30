"""How far along the network is on the paths of its targets: K27."""

from collections import defaultdict
from datetime import date
from itertools import pairwise

from tests.oracle.periods import Period
from tests.oracle.scope import Scope

LESS_IS_BETTER = {"no_show_rate", "time_to_agreement"}


def paths(region):
    """Milestones of one KPI, source and beginning, in order; empty, the beginning is 1 January of the year they are due."""
    found = defaultdict(list)
    for row in sorted(region.tables["targets"], key=lambda row: row["due_on"]):
        beginning = row["starts_on"] or date(row["due_on"].year, 1, 1)
        found[row["kpi"], row["source"], beginning].append(row)
    return found


def baseline_of(kpi, milestones):
    """The value at the beginning: 0 where none is on record, and where less is better the first target."""
    stated = [row["baseline"] for row in milestones if row["baseline"] is not None]
    if stated:
        return stated[0]
    return milestones[0]["target"] if kpi in LESS_IS_BETTER else 0.0


def asked_on(day, beginning, baseline, milestones):
    """What the path asks for on a day: straight lines from the baseline to each milestone."""
    corners = [(beginning, baseline), *((row["due_on"], row["target"]) for row in milestones)]
    for (left, low), (right, high) in pairwise(corners):
        if day <= right:
            return low + (high - low) * (day - left).days / (right - left).days if right > left else high
    return corners[-1][1]


def done(actual, baseline, asked, final, *, less_is_better):
    """The share of what is asked for that is done, from 0 to 1.

    Where nothing is due yet, or the target is no better than the baseline, whether the value is kept.
    """
    better = -1 if less_is_better else 1
    if better * (final - baseline) > 0 and better * (asked - baseline) > 0:
        return min(max((actual - baseline) / (asked - baseline), 0.0), 1.0)
    return 1.0 if better * (actual - asked) >= 0 else 0.0


def target_achievement(region, scope, period, value, at_a_date):
    """K27: the mean of that over the paths that have begun by the day; ``value`` gives the other KPIs'.

    A path that is over counts as it stood on its last day.
    """
    if (scope.kinds, scope.districts, scope.topics) != (None, None, None):
        return None
    day = region.day_of(period)
    shares = []
    for (kpi, _, beginning), milestones in paths(region).items():
        if beginning > day:
            continue
        last = min(day, milestones[-1]["due_on"])
        counted = Period(last if kpi in at_a_date else beginning, last)
        actual = value(kpi, region, Scope(), counted)
        if actual is not None:
            baseline = baseline_of(kpi, milestones)
            asked, final = asked_on(last, beginning, baseline, milestones), milestones[-1]["target"]
            shares.append(done(actual, baseline, asked, final, less_is_better=kpi in LESS_IS_BETTER))
    return sum(shares) / len(shares) if shares else None
