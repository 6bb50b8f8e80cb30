"""The organisations: who they are, how keen each is, and from when to when it takes part."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator
from numpy.typing import NDArray

from analytics.demo import topics
from analytics.demo.frames import model_frame
from analytics.demo.identities import Identity, identities
from analytics.demo.period import AS_OF, FOUNDED, NEVER, Day, Days, draw_days, workday, year_of
from analytics.demo.streams import chance, draw, draw_one

COORDINATOR = 0
"""The position of the coordinator's row."""

FOUNDERS = 6
"""So many rows, the coordinator and the economic development bodies, stand first."""

_ARRIVALS = {2022: 0.26, 2023: 0.22, 2024: 0.24, 2025: 0.2, 2026: 0.08}
_COMPANY_SIZES = {"micro": 0.12, "small": 0.31, "medium": 0.37, "large": 0.14, "unknown": 0.06}
_STARTUP_SIZES = {"micro": 0.7, "small": 0.26, "unknown": 0.04}
_BASES = {"verified": 0.35, "declared": 0.4, "estimated": 0.25}


@dataclass(frozen=True)
class Organisations:
    """The organisations' table, and beside it, row by row, what the making of the other tables needs.

    ``activity`` is how keen an organisation is; it drives both its attendance and its cooperating.
    ``comes_from`` and ``comes_until`` bound the time in which it takes part.
    """

    table: pd.DataFrame
    ids: NDArray[np.str_]
    kind: NDArray[np.str_]
    district: NDArray[np.str_]
    activity: NDArray[np.float64]
    interests: NDArray[np.bool_]
    comes_from: Days
    comes_until: Days

    def present(self, day: Day) -> NDArray[np.bool_]:
        """Which organisations take part on the day."""
        return (self.comes_from <= day) & (day < self.comes_until)

    @property
    def is_manufacturer(self) -> NDArray[np.bool_]:
        """Which organisations are companies of WZ section C on their own, not somebody's service branch."""
        division = pd.to_numeric(self.table["nace_code"].str[:2]).between(10, 32).fillna(False).to_numpy(dtype=bool)
        return np.asarray(division & (self.kind == "company"))

    @property
    def is_enterprise(self) -> NDArray[np.bool_]:
        """Which organisations are companies or start-ups."""
        return np.isin(self.kind, ["company", "startup"])


def make_organisations(rng: Generator) -> Organisations:
    """About 450 organisations; the coordinator comes first, the economic development bodies next."""
    people = identities(rng)
    kind = np.array([one.kind for one in people])
    ids = np.array([f"O{number:03}" for number in range(1, len(people) + 1)])
    since, left = _membership(rng, kind)
    members = np.array([one.is_founder or chance(rng, 0.86) for one in people])
    names = [one.name for one in people]
    position = {name: place for place, name in enumerate(names)}
    table = model_frame(
        "organisations",
        {
            "organisation_id": ids,
            "name": names,
            "kind": kind,
            "kind_basis": [_kind_basis(rng, one) for one in people],
            **_sizes(rng, people),
            "founded_year": _founded_years(rng, people, since),
            "nace_code": [one.branch.nace_code if one.branch and chance(rng, 0.94) else None for one in people],
            "postcode": [one.postcode for one in people],
            "district": [one.district for one in people],
            "parent_id": [ids[position[one.parent]] if one.parent else None for one in people],
            "member_since": np.where(members, since, np.datetime64("NaT")),
            "left_on": np.where(members, left, np.datetime64("NaT")),
            "is_coordinator": [place == COORDINATOR for place in range(len(people))],
            "consents_to_name": [one.is_founder or chance(rng, 0.7) for one in people],
        },
    )
    lead = rng.integers(0, 150, size=len(people)).astype("timedelta64[D]")
    return Organisations(
        table=table,
        ids=ids,
        kind=kind,
        district=np.array([one.district or "" for one in people]),
        activity=rng.lognormal(0.0, 0.85, size=len(people)),
        interests=np.array([topics.flags(one.topics) for one in people]),
        comes_from=np.where(np.arange(len(people)) < FOUNDERS, since, since - lead),
        comes_until=np.where(np.isnat(left), NEVER, left),
    )


def _membership(rng: Generator, kind: NDArray[np.str_]) -> tuple[Days, Days]:
    """When each organisation joined, and when the few left that did."""
    count = len(kind)
    since = rng.permutation(draw_days(rng, count, _ARRIVALS))
    since[:FOUNDERS] = FOUNDED
    left = np.full(count, np.datetime64("NaT"), dtype="datetime64[D]")
    for place in np.flatnonzero(rng.random(count) < 0.09):
        day = workday(since[place] + np.timedelta64(int(rng.integers(400, 1100)), "D"))
        if place >= FOUNDERS and day <= AS_OF:
            left[place] = day
    return since, left


def _kind_basis(rng: Generator, one: Identity) -> str:
    if one.kind == "unknown":
        return "estimated"
    return "verified" if one.is_founder else draw_one(rng, {"verified": 0.62, "declared": 0.25, "estimated": 0.13})


def _sizes(rng: Generator, people: list[Identity]) -> dict[str, Any]:
    """Size and its basis; both are asked of enterprises only."""
    count = len(people)
    company, startup = draw(rng, _COMPANY_SIZES, count), draw(rng, _STARTUP_SIZES, count)
    basis = draw(rng, _BASES, count)
    sizes = [
        company[place] if one.kind == "company" else startup[place] if one.kind == "startup" else None
        for place, one in enumerate(people)
    ]
    bases = [None if size in (None, "unknown") else basis[place] for place, size in enumerate(sizes)]
    return {"size": sizes, "size_basis": bases}


def _founded_years(rng: Generator, people: list[Identity], since: Days) -> list[int | None]:
    """The founding years; the coordinator is as old as the network."""
    years = [_founded_year(rng, one, year_of(day)) for one, day in zip(people, since, strict=True)]
    years[COORDINATOR] = year_of(FOUNDED)
    return years


def _founded_year(rng: Generator, one: Identity, joined: int) -> int | None:
    """A plausible founding year, not after the organisation joined; some are not known."""
    if one.kind == "unknown" or chance(rng, 0.1):
        return None
    if one.kind == "startup":
        return int(rng.integers(joined - 6, joined))
    age = {"company": 42.0, "science": 35.0, "public": 50.0, "multiplier": 30.0}[one.kind]
    return max(1848, 2016 - int(rng.gamma(1.6, age / 1.6)))
