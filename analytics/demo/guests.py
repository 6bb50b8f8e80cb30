"""The people who come: random keys, nothing else. Some change their employer; some belong to nobody known."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from analytics.demo.organisations import COORDINATOR, Organisations
from analytics.demo.period import NEVER, Days

NOBODY = -1
"""Stands where a person's organisation is not known."""

_STAFF = {"company": 4, "startup": 2, "science": 7, "public": 5, "multiplier": 4, "unknown": 1}
_STAFF_BY_SIZE = {"micro": 2, "small": 3, "medium": 5, "large": 8}
_WITHOUT_EMPLOYER = 90
_CHANGES = 24


@dataclass(frozen=True)
class Guests:
    """Everybody who might come. Positions of organisations; NOBODY where there is none.

    ``zeal`` is how much more often this person comes than others of the same organisation.
    """

    keys: NDArray[np.str_]
    employer: NDArray[np.int64]
    later_employer: NDArray[np.int64]
    changes_on: Days
    zeal: NDArray[np.float64]

    def employer_on(self, days: Days) -> NDArray[np.int64]:
        """The organisation of each person (columns) on each day (rows)."""
        return np.where(days[:, None] < self.changes_on, self.employer, self.later_employer)


def make_guests(rng: Generator, organisations: Organisations) -> Guests:
    """The staff of every organisation that might come, and some people of whom no organisation is known."""
    sizes = organisations.table["size"].fillna("").tolist()
    staff = [_STAFF_BY_SIZE.get(size, _STAFF[kind]) for size, kind in zip(sizes, organisations.kind, strict=True)]
    employer = np.repeat(np.arange(len(staff)), staff)
    rank = np.concatenate([np.arange(count) for count in staff])
    zeal = 0.42**rank * rng.lognormal(0.0, 0.5, size=len(rank))
    employer = np.concatenate([employer, np.full(_WITHOUT_EMPLOYER, NOBODY)])
    zeal = np.concatenate([zeal, rng.lognormal(-1.0, 0.8, size=_WITHOUT_EMPLOYER)])
    keys = [f"p{rng.bytes(6).hex()}" for _ in range(len(employer))]
    later, changes_on = _changes(rng, organisations, employer, zeal)
    return Guests(np.array(keys), employer, later, changes_on, zeal)


def _changes(
    rng: Generator, organisations: Organisations, employer: NDArray[np.int64], zeal: NDArray[np.float64]
) -> tuple[NDArray[np.int64], Days]:
    """Whom each person works for later, and since when; a few keen people change to another enterprise."""
    later = employer.copy()
    changes_on = np.full(len(employer), NEVER)
    keenness = np.where(employer == NOBODY, 0.0, zeal * organisations.activity[employer])
    keenness[employer == COORDINATOR] = 0.0
    attractive = organisations.activity * organisations.is_enterprise * (organisations.comes_until == NEVER)
    for person in np.argsort(-keenness)[: 2 * _CHANGES : 2]:
        later[person] = rng.choice(len(attractive), p=attractive / attractive.sum())
        changes_on[person] = np.datetime64("2024-01-01") + np.timedelta64(int(rng.integers(0, 640)), "D")
    return later, changes_on
