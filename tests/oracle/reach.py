"""Whom the network reaches: K01 to K04, K10, K23, K24."""

from functools import cache

from tests.oracle.files import CORE_DISTRICTS
from tests.oracle.region import ENTERPRISES
from tests.oracle.scope import Scope

SMALL_OR_MEDIUM = ("micro", "small", "medium")
MANUFACTURING = range(10, 34)


@cache
def contacts(region, scope):
    """Contacts of the organisations looked at: (organisation, day). Consultations have no topic."""
    found = [
        (visit.organisation, visit.day)
        for visit in region.visits
        if scope.has_topic(region.events[visit.event]["topics"])
    ]
    if scope.topics is None:
        found += [(row["organisation_id"], row["held_on"]) for row in region.consultations]
    return {(organisation, day) for organisation, day in found if scope.has(region, organisation)}


def reached(region, scope, period):
    """Organisations with a contact in the period."""
    return {name for name, day in contacts(region, scope) if period.starts_on <= day <= period.ends_on}


def enterprises(region, names):
    """The records of the companies and start-ups among them."""
    rows = [region.organisations[name] for name in names]
    return [row for row in rows if row["kind"] in ENTERPRISES]


def organisations_reached(region, scope, period):
    """K01: organisations that attended or were consulted."""
    return len(reached(region, scope, period))


def smes_reached(region, scope, period):
    """K02: micro to medium-sized enterprises among them."""
    return sum(row["size"] in SMALL_OR_MEDIUM for row in enterprises(region, reached(region, scope, period)))


def sme_share(region, scope, period):
    """K03: their share in the enterprises reached whose size is known."""
    sizes = [row["size"] for row in enterprises(region, reached(region, scope, period))]
    known = [size for size in sizes if size not in (None, "unknown")]
    return sum(size in SMALL_OR_MEDIUM for size in known) / len(known) if known else None


def division(code):
    """The division of NACE Rev. 2: the first two digits; None where they cannot be read."""
    return int(code[:2]) if code and len(code) >= 2 and code[:2].isdigit() else None


def manufacturing_share(region, scope, period):
    """K04: share of divisions 10 to 33 in the enterprises reached whose branch is known."""
    codes = [row["nace_code"] for row in enterprises(region, reached(region, scope, period))]
    known = [found for code in codes if (found := division(code)) is not None]
    return sum(found in MANUFACTURING for found in known) / len(known) if known else None


def newcomers(region, scope, period):
    """K10: organisations whose first contact ever lies in the period; with topics, one at an event on one of them."""
    first = {}
    for name, day in contacts(region, Scope()):
        first[name] = min(day, first.get(name, day))
    came = contacts(region, scope)
    return sum(period.starts_on <= day <= period.ends_on for name, day in first.items() if (name, day) in came)


def district_coverage(region, scope, period):
    """K23: share of the districts chosen, else of the core, from which three organisations were reached."""
    chosen = CORE_DISTRICTS if scope.districts is None else scope.districts
    districts = {district for district in chosen if district.isdigit()}
    homes = [region.organisations[name]["district"] for name in reached(region, scope, period)]
    return sum(homes.count(district) >= 3 for district in districts) / len(districts) if districts else None


def enterprises_advised(region, scope, period):
    """K24: enterprises with a structured consultation; with topics none, as consultations have none."""
    advised = {
        row["organisation_id"]
        for row in region.consultations
        if row["is_structured"]
        and period.starts_on <= row["held_on"] <= period.ends_on
        and scope.topics is None
        and scope.has(region, row["organisation_id"])
    }
    return len(enterprises(region, advised))
