"""Who the organisations are: kind, name, place and line of business."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from numpy.random import Generator

from analytics.demo.branches import BRANCHES, OTHER_BRANCHES, SERVICE, STARTUP_BRANCHES, WORKS, Branch
from analytics.demo.names import Namer
from analytics.demo.region import DORTMUND, draw_districts, draw_postcode, westphalia
from analytics.demo.streams import chance, one_of
from analytics.demo.topics import TOPICS
from analytics.demo.words import CAMPUSES

_COORDINATOR = "Koordinierungsstelle Grüne Produktion (Demo)"

_COUNTS = {"company": 263, "startup": 63, "science": 42, "public": 31, "multiplier": 37, "unknown": 8}
_OUTSIDE: tuple[str | None, ...] = (*["elsewhere"] * 5, *["abroad"] * 3, *[None] * 6)
_MAY_LIE_OUTSIDE = {"company", "startup", "unknown"}
_SUBSIDIARIES = 12


@dataclass(frozen=True)
class Identity:
    """What is known about an organisation before it does anything."""

    kind: str
    name: str
    district: str | None
    postcode: str | None
    topics: tuple[str, ...]
    branch: Branch | None = None
    parent: str | None = None
    is_founder: bool = False


def identities(rng: Generator) -> list[Identity]:
    """The coordinator, the economic development bodies of the core, then everybody else in random order."""
    kinds = [kind for kind, count in _COUNTS.items() for _ in range(count)]
    kinds = [kinds[place] for place in rng.permutation(len(kinds))]
    namer = Namer(rng)
    others = [_identity(rng, namer, kind, district) for kind, district in zip(kinds, _places(rng, kinds), strict=True)]
    return [*_founders(rng), *_with_parents(rng, namer, others)]


def _founders(rng: Generator) -> Iterator[Identity]:
    """The coordinator in Dortmund and one economic development body in each core district."""
    yield _public(rng, _COORDINATOR, DORTMUND, is_founder=True)
    region = westphalia()
    for district in region.core:
        yield _public(rng, f"Demo-Wirtschaftsförderung {region.full_name(district)}", district, is_founder=True)


def _places(rng: Generator, kinds: list[str]) -> list[str | None]:
    """A district for each; a handful of companies and start-ups lie outside the region or nobody knows where."""
    districts: list[str | None] = [*draw_districts(rng, len(kinds))]
    movable = [place for place, kind in enumerate(kinds) if kind in _MAY_LIE_OUTSIDE]
    core = westphalia().core
    movable = [place for place in movable if districts[place] in core]
    for place, outside in zip(rng.permutation(movable), _OUTSIDE, strict=False):
        districts[int(place)] = outside
    return districts


def _identity(rng: Generator, namer: Namer, kind: str, district: str | None) -> Identity:
    if kind == "company":
        return _company(rng, namer, district)
    if kind == "startup":
        branch = one_of(rng, STARTUP_BRANCHES)
        return _enterprise(rng, kind, namer.startup(branch), district, branch)
    if kind == "unknown" or district is None:
        return Identity(kind, namer.unknown(), district, _postcode(rng, district), _interests(rng))
    if kind == "science":
        is_campus = district in westphalia().core and chance(rng, 0.25)
        name = namer.campus(district) if is_campus else namer.institute()
        return Identity(kind, name, district, _postcode(rng, district), _interests(rng))
    if kind == "public":
        return _public(rng, namer.office(district), district)
    return Identity(kind, namer.multiplier(district), district, _postcode(rng, district), _interests(rng))


def _company(rng: Generator, namer: Namer, district: str | None) -> Identity:
    if district in westphalia().names and chance(rng, 0.15):
        branch = one_of(rng, WORKS)
        name = namer.works(branch, str(district))
    else:
        branch = one_of(rng, BRANCHES if chance(rng, 0.82) else OTHER_BRANCHES)
        name = namer.company(branch)
    return _enterprise(rng, "company", namer.with_legal_form(name), district, branch)


def _enterprise(rng: Generator, kind: str, name: str, district: str | None, branch: Branch) -> Identity:
    first = one_of(rng, branch.topics)
    second = one_of(rng, branch.topics if chance(rng, 0.6) else TOPICS)
    return Identity(kind, name, district, _postcode(rng, district), tuple(dict.fromkeys((first, second))), branch)


def _public(rng: Generator, name: str, district: str, *, is_founder: bool = False) -> Identity:
    return Identity("public", name, district, _postcode(rng, district), _interests(rng), is_founder=is_founder)


def _interests(rng: Generator) -> tuple[str, ...]:
    """One or two topics."""
    return tuple(TOPICS[place] for place in rng.choice(len(TOPICS), size=int(rng.integers(1, 3)), replace=False))


def _postcode(rng: Generator, district: str | None) -> str | None:
    return draw_postcode(rng, district) if district and chance(rng, 0.97) else None


def _with_parents(rng: Generator, namer: Namer, others: list[Identity]) -> list[Identity]:
    """The same organisations, some institutes now part of a university, some companies of another company."""
    related = list(others)
    companies = rng.permutation([place for place, one in enumerate(others) if one.kind == "company"])
    for child, parent in zip(companies[:_SUBSIDIARIES], companies[-_SUBSIDIARIES:], strict=True):
        owner = others[parent].name
        related[child] = replace(others[child], name=namer.subsidiary(owner), parent=owner, branch=SERVICE)
    campuses = [one.name for one in others if one.kind == "science" and one.name.startswith(CAMPUSES)]
    for place, one in enumerate(others):
        if campuses and one.kind == "science" and one.name not in campuses and chance(rng, 0.35):
            related[place] = replace(one, parent=one_of(rng, campuses))
    return related
