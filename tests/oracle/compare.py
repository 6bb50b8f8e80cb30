"""Both sides side by side."""

import math

from tests.oracle.kpis import KPIS, value

DRAWN = {"robustness": 0.01}
"""KPIs that chance has a part in where there is too much to look at, and how near the two sides then are."""


def is_same(name, ours, theirs):
    """Whether two values of a KPI are the same: both undefined, or as good as equal."""
    if ours is None or theirs is None:
        return ours is theirs
    return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=DRAWN.get(name, 1e-9))


def disagreements(region, product, scope, periods):
    """Every KPI and period of which the two say different things, as lines to read; none where they agree."""
    said = product.values(scope, periods)
    assert said.keys() == KPIS.keys()
    return [
        f"{name} {period.starts_on}..{period.ends_on}: oracle {ours}, product {theirs}"
        for name in KPIS
        for period, theirs in zip(periods, said[name], strict=True)
        if not is_same(name, ours := value(name, region, scope, period), theirs)
    ]
