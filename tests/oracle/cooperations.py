"""Who works together: K12 to K15, K17."""

from datetime import date, timedelta

from tests.oracle.periods import DAY
from tests.oracle.region import ENTERPRISES

MATURES_WITHIN = timedelta(days=365)


def partners(region, scope, names):
    """Those of these organisations that count: the coordinator only where it is looked at."""
    return names if scope.with_coordinator else names - region.coordinators


def between_partners(region, scope):
    """Cooperations on the topics looked at that are between at least two known organisations that count."""
    return [
        cooperation
        for cooperation in region.cooperations
        if scope.has_topic(cooperation.topics) and len(partners(region, scope, cooperation.members)) >= 2
    ]


def looked_at(region, scope):
    """Those of them with at least one member looked at."""
    return [
        cooperation
        for cooperation in between_partners(region, scope)
        if scope.has_one_of(region, partners(region, scope, cooperation.members))
    ]


def active_cooperations(region, scope, period):
    """K12: cooperations agreed and not yet ended."""
    day = region.day_of(period)
    return sum(cooperation.is_active(day) for cooperation in looked_at(region, scope))


def new_cooperations(region, scope, period):
    """K13: cooperations that were first agreed in the period."""
    agreed = [cooperation.agreed for cooperation in looked_at(region, scope)]
    return sum(day is not None and period.starts_on <= day <= period.ends_on for day in agreed)


def members_by_cooperation(region, scope, day):
    """The cooperations active on the day, each with its members that day that are looked at."""
    return [
        (
            cooperation,
            {name for name in partners(region, scope, cooperation.members_on(day)) if scope.has(region, name)},
        )
        for cooperation in between_partners(region, scope)
        if cooperation.is_active(day)
    ]


def cooperating_organisations(region, scope, period):
    """K14: members of an active cooperation."""
    return len(set().union(*(members for _, members in members_by_cooperation(region, scope, region.day_of(period)))))


def enterprises_with_research(region, scope, period):
    """K15: enterprises in a joint research project with a science organisation."""
    day = region.day_of(period)
    found = set()
    for cooperation, members in members_by_cooperation(region, scope, day):
        kinds = {region.organisations[name]["kind"] for name in cooperation.members_on(day)}
        joint = cooperation.reached(4)
        if cooperation.kind == "research" and joint is not None and joint <= day and "science" in kinds:
            found |= {name for name in members if region.organisations[name]["kind"] in ENTERPRISES}
    return len(found)


def year_before(day):
    """The same day of the year before; 28 February for the 29th."""
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)


def maturation(region, scope, period):
    """K17: which share became a joint project within 365 days, of those agreed in the twelve months until 365 days ago."""
    until = region.day_of(period) - MATURES_WITHIN
    since = year_before(until) + DAY
    agreed = [
        cooperation
        for cooperation in looked_at(region, scope)
        if cooperation.agreed is not None and since <= cooperation.agreed <= until
    ]
    matured = [
        (joint := cooperation.reached(4)) is not None and joint <= cooperation.agreed + MATURES_WITHIN
        for cooperation in agreed
    ]
    return sum(matured) / len(matured) if matured else None
