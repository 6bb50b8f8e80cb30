"""How complete the records are: K29."""

from functools import cache

from tests.oracle.reach import division
from tests.oracle.region import ENTERPRISES


def is_filled(value):
    """Whether something is on record; "unknown" is nothing."""
    return value not in (None, "", "unknown")


@cache
def first_days(region):
    """Since when each organisation is known: its first contact or membership; without one it is not in here."""
    days = [(visit.organisation, visit.day) for visit in region.visits]
    days += [(row["organisation_id"], row["held_on"]) for row in region.consultations]
    days += [(name, row["member_since"]) for name, row in region.organisations.items() if row["member_since"]]
    first = {}
    for name, day in days:
        first[name] = min(day, first.get(name, day))
    return first


def is_known(day, since):
    """Whether something was known by a day; what cannot be dated always is."""
    return since is None or since <= day


def completeness(region, scope, period):
    """K29: share of the key fields filled in all expected."""
    day = region.day_of(period)
    fields = []
    for name, row in region.organisations.items():
        if scope.has(region, name) and is_known(day, first_days(region).get(name)):
            fields += [row["kind"], row["district"]]
            if row["kind"] in ENTERPRISES:
                fields += [row["size"], division(row["nace_code"])]
    for cooperation in region.recorded_cooperations:
        is_looked_at = scope.has_topic(cooperation.topics) and scope.has_one_of(region, cooperation.members)
        if is_looked_at and is_known(day, cooperation.begun):
            fields += [cooperation.begun, cooperation.evidence]
    return sum(map(is_filled, fields)) / len(fields) if fields else None
