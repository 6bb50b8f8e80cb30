"""Both sides side by side."""

import math

from tests.oracle.kpis import KPIS, value

DRAWN_TO = 0.0002
"""The standard error of what the product draws by chance."""


def is_same(ours, theirs):
    """Whether two values are the same: both undefined, or as good as equal; drawn ones as near as chance allows."""
    if ours is None or theirs is None:
        return ours is theirs
    error = getattr(ours, "error", 0.0)
    near = 5 * (error + DRAWN_TO) if error else 1e-9
    return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=near)


def disagreements(region, product, scope, periods):
    """Every KPI and period of which the two say different things, as lines to read; none where they agree."""
    said = product.values(scope, periods)
    assert said.keys() == KPIS.keys()
    return [
        f"{name} {period.starts_on}..{period.ends_on}: oracle {ours}, product {theirs}"
        for name in KPIS
        for period, theirs in zip(periods, said[name], strict=True)
        if not is_same(ours := value(name, region, scope, period), theirs)
    ]
