"""The guest list of an evening: who is expected, without a name of any person."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from analytics.warehouse import View


@dataclass(frozen=True)
class Guest:
    """One entry of the list: a person, or so many ``persons`` of one organisation.

    ``person_id`` is a random key, ``status`` that of the participation as the data has it; ``organisation`` is None
    where the list does not know it.
    """

    guest: str
    person_id: str | None
    organisation_id: str | None
    organisation: str | None
    kind: str
    persons: int
    status: str
    role: str | None
    walk_in: bool


@dataclass(frozen=True)
class Organisation:
    """An organisation that somebody without registration may come from."""

    organisation_id: str
    organisation: str
    kind: str


@lru_cache(maxsize=8)
def guest_list(view: View, event_id: str) -> tuple[Guest, ...]:
    """Everybody on the event's list, by organisation; for the management's view and nobody else's."""
    found = view.ask("door_guests", event_id=event_id)
    return tuple(
        Guest(
            str(row["guest"]),
            _none(row["person_id"]),
            _none(row["organisation_id"]),
            _none(row["organisation"]),
            str(row["kind"]),
            int(row["persons"]),
            str(row["status"]),
            _none(row["role"]),
            bool(row["walk_in"]),
        )
        for row in found.to_dict("records")
    )


@lru_cache(maxsize=8)
def organisations(view: View) -> tuple[Organisation, ...]:
    """Every organisation that has not left, by name; for the management's view and nobody else's."""
    rows = view.ask("door_organisations").to_dict("records")
    return tuple(Organisation(str(row["organisation_id"]), str(row["organisation"]), str(row["kind"])) for row in rows)


def _none(value: object) -> str | None:
    return None if pd.isna(value) else str(value)  # type: ignore[call-overload]
