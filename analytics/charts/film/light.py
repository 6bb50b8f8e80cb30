"""Light is for what stands out, as ``browser/light.js`` has it: a picture most of which is new lights nothing."""

from analytics.charts.film.course import States

LIT, LIT_COMPARED = 60, 600
"""So many new ties may be lit in any case; in a comparison, which is about them, more."""
LIT_SHARE = 1 / 3
"""Or this share of all ties."""
_DIMS_BY = 1.3
"""Up to this many times as many the light goes out by and by, so that nothing flickers."""


def glow(ties: States, *, is_compared: bool) -> float:
    """How brightly new ties are lit: 1 while they are few among all, 0 where most are new."""
    most = max(LIT_COMPARED if is_compared else LIT, float(ties.active.sum()) * LIT_SHARE)
    fresh = float((ties.active * ties.fresh).sum())
    return min(1.0, max(0.0, (_DIMS_BY * most - fresh) / ((_DIMS_BY - 1) * most)))
