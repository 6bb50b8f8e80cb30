"""What follows when two organisations meet: K28."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from tests.oracle.cooperations import between_partners, partners
from tests.oracle.region import pairs

AGREES_WITHIN = timedelta(days=365)


@cache
def first_meetings(region, scope):
    """The day on which two organisations looked at were first at the same event, by pair."""
    guests = {}
    for visit in region.visits:
        if not scope.has_topic(region.events[visit.event]["topics"]):
            continue
        if scope.has(region, visit.organisation) and partners(region, scope, {visit.organisation}):
            guests.setdefault((visit.day, visit.event), set()).add(visit.organisation)
    met = {}
    for (day, _), together in sorted(guests.items(), key=lambda item: item[0]):
        for pair in pairs(together):
            met.setdefault(pair, day)
    return met


@cache
def undated(region, scope):
    """Pairs of which both were in a cooperation at once of which no day is on record, whatever it is about."""
    return {
        pair
        for cooperation in between_partners(region, replace(scope, topics=None))
        if cooperation.begun is None
        for pair in pairs(partners(region, scope, cooperation.members))
        if cooperation.first_together(pair, date.min) is not None
    }


@cache
def ties(region, scope):
    """By pair, the days on which the two came in contact, and on which they agreed, in each of their cooperations.

    Whatever these are about.
    """
    contacts, agreements = {}, {}
    for cooperation in between_partners(region, replace(scope, topics=None)):
        for pair in pairs(partners(region, scope, cooperation.members)):
            for since, days in ((cooperation.begun, contacts), (cooperation.agreed, agreements)):
                day = cooperation.first_together(pair, since)
                if day is not None:
                    days.setdefault(pair, set()).add(day)
    return contacts, agreements


def ties_after_meeting(region, scope, period):
    """K28: share of the pairs that agreed within 365 days after they first met, of those who may have been strangers.

    They were not in contact before, had not agreed by then, and none of their cooperations is undated.
    """
    day = region.day_of(period)
    contacts, agreements = ties(region, scope)
    agreed = [
        any(met < since <= met + AGREES_WITHIN for since in agreements.get(pair, ()))
        for pair, met in first_meetings(region, scope).items()
        if met + AGREES_WITHIN <= day
        and pair not in undated(region, scope)
        and not any(since < met for since in contacts.get(pair, ()))
        and not any(since <= met for since in agreements.get(pair, ()))
    ]
    return sum(agreed) / len(agreed) if agreed else None
