"""How long it takes: K18, by the estimator of Kaplan and Meier (1958, JASA 53:457)."""

from collections import Counter
from fractions import Fraction

from tests.oracle.cooperations import looked_at


def median(waits):
    """The first time at which half or less still wait; None where that never comes.

    ``waits`` are pairs: how long, and whether it ended with the event or only with our knowledge.
    """
    still = Fraction(1)
    events = Counter(time for time, has_happened in waits if has_happened)
    for time in sorted(events):
        at_risk = sum(wait >= time for wait, _ in waits)
        still *= Fraction(at_risk - events[time], at_risk)
        if 2 * still <= 1:
            return time
    return None


def time_to_agreement(region, scope, period):
    """K18: after how many days half of what began with a contact was agreed."""
    day = region.day_of(period)
    waits = []
    for cooperation in looked_at(region, scope):
        begun, agreed = cooperation.begun, cooperation.agreed
        if begun is None or begun > day or not any(stage < 3 for stage in cooperation.stages):
            continue
        if agreed is not None and agreed <= day:
            waits.append(((agreed - begun).days, True))
        else:
            until = min(day, cooperation.ended_on or day)
            waits.append(((until - begun).days, False))
    return median(waits)
