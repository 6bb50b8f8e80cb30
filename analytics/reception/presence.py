"""Who is there, from what the devices at the door sent.

A device sends what happened at it: a guest arrived, somebody came without registration, one of these was a mistake. It
may send late, twice, or in another order than another device. So who is there is what a set says: somebody is, as long
as one arrival of theirs has not been withdrawn. The order of the lines makes no difference.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from analytics.reception.evening import Evening
from analytics.store import Line

Kind = Literal["arrived", "walk_in", "withdrawn"]
WALK_IN = "door-"
"""How the id begins of a guest who was not on the list."""


@dataclass(frozen=True)
class WalkIn:
    """Somebody who was not on the list; ``organisation_id`` is None where the organisation was not known either."""

    guest: str
    organisation_id: str | None
    organisation: str | None
    kind: str


@dataclass(frozen=True)
class Before:
    """What the list said of a guest before the door spoke of them."""

    status: str
    persons: int


@dataclass(frozen=True)
class Presence:
    """``arrivals``: by guest, the arrivals that stand and how many persons each counts; none for whoever is not there.

    ``walk_ins`` are those without registration who are there, ``before`` the list's guests of whom the door spoke.
    """

    arrivals: Mapping[str, Mapping[str, int]]
    walk_ins: Mapping[str, WalkIn]
    before: Mapping[str, Before]

    def persons(self, guest: str) -> int:
        """How many persons of this entry of the list are there: the most that an arrival says."""
        return max(self.arrivals.get(guest, {}).values(), default=0)


def presence(lines: Iterable[Line], evening: Evening, today: date) -> Presence:
    """Who is there by the journal's ``lines``: on the evening, or before its day, at the rehearsal."""
    own = [line for line in lines if "op" in line and counts(line, evening) != evening.is_rehearsal(today)]
    withdrawn = {op for line in own if line["kind"] == "withdrawn" for op in line["of"]}
    arrivals: dict[str, dict[str, int]] = {}
    walk_ins: dict[str, WalkIn] = {}
    before: dict[str, Before] = {}
    for line in own:
        if line["kind"] == "withdrawn":
            continue
        guest = line["guest"]
        standing = arrivals.setdefault(guest, {})
        if line["kind"] == "arrived":
            before.setdefault(guest, Before(**line["before"]))
        if line["op"] in withdrawn:
            continue
        standing[line["op"]] = line["persons"]
        if line["kind"] == "walk_in":
            walk_ins[guest] = WalkIn(guest, line["organisation_id"], line["organisation"], line["organisation_kind"])
    return Presence(arrivals, walk_ins, before)


def counts(line: Line, evening: Evening) -> bool:
    """Whether a line was sent on the evening's first day or later, and so is no rehearsal."""
    return date.fromisoformat(line["day"]) >= evening.starts_on
