"""The door: takes what devices send, and tells them who is there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from analytics.errors import DashboardError
from analytics.intake.names import same_name
from analytics.model import ENUMERATIONS
from analytics.model.addresses import carries_address
from analytics.reception.evening import Evening
from analytics.reception.guests import Organisation, guest_list, organisations
from analytics.reception.presence import WALK_IN, Before, Presence, presence
from analytics.store import Journal, Line, Store
from analytics.warehouse import View

MOST_AT_ONCE = 200
"""So many operations a device may send in one go."""
LATE_DAYS = 2
"""So many days after its last one an evening still takes what a device could not send before."""
_OP = re.compile(r"[A-Za-z0-9-]{8,64}")
_KINDS = ENUMERATIONS["organisation_kind"].tokens
_LONGEST = 200


class DoorError(DashboardError):
    """What a device at the door sent cannot be taken."""


@dataclass(frozen=True)
class Taken:
    """The operations that are safe now, and by operation why others were refused."""

    taken: list[str] = field(default_factory=list)
    refused: dict[str, DoorError] = field(default_factory=dict)


@dataclass(frozen=True)
class Door:
    """The door of ``evening``; ``view`` is the management's."""

    store: Store
    view: View
    evening: Evening

    @property
    def journal(self) -> Journal:
        """Where it is written what happened at the door."""
        return Journal(self.store, "door", self.evening.event_id)

    def stand(self, now: datetime) -> str:
        """A word that changes whenever what the door knows may have changed."""
        return f"{self.view.snapshot.name}-{self.journal.version()}-{now.date().isoformat()}"

    def presence(self, now: datetime) -> Presence:
        """Who has come, by what was sent."""
        return presence(self.journal.lines(), self.evening, now.date())

    def is_open(self, now: datetime) -> bool:
        """Whether it takes anything: while the evening is planned, and some days after it was held."""
        return self.evening.status == "planned" or now.date() <= self.evening.ends_on + timedelta(days=LATE_DAYS)

    def take(self, operations: Sequence[Mapping[str, Any]], now: datetime) -> Taken:
        """Write down what a device sent, each operation once, however often it comes.

        An operation is ``{"op": id, "kind": "arrived", "guest": id, "persons": n}``; ``{"op", "kind": "walk_in",
        "organisation_id"}`` or with ``organisation`` (a name) and ``organisation_kind`` in its place; or ``{"op",
        "kind": "withdrawn", "of": [op, ...]}``. When :meth:`take` returns, what was taken is safe.

        Raises DoorError where the door is closed, or what was sent cannot be read at all; then nothing was taken.
        """
        if len(operations) > MOST_AT_ONCE:
            raise DoorError("door_too_many", most=MOST_AT_ONCE)
        if not self.is_open(now):
            raise DoorError("door_closed")
        before = self.presence(now).before
        taken, lines = Taken(), []
        for operation in operations:
            op = operation.get("op")
            if not isinstance(op, str) or not _OP.fullmatch(op):
                raise DoorError("door_unreadable")
            try:
                lines.append({**self._line(operation, before), "at": now.astimezone(UTC).isoformat(timespec="seconds")})
                lines[-1] |= {"op": op, "day": now.date().isoformat()}
            except DoorError as error:
                taken.refused[op] = error
            else:
                taken.taken.append(op)
        self.journal.append(lines, key="op")
        return taken

    def _line(self, operation: Mapping[str, Any], before: Mapping[str, Before]) -> Line:
        """What is written of an operation. Raises DoorError for one that makes no sense."""
        if operation.get("kind") == "withdrawn":
            return _withdrawn(operation.get("of"))
        if operation.get("kind") == "arrived":
            return self._arrived(operation, before)
        if operation.get("kind") == "walk_in":
            return self._walk_in(operation)
        raise DoorError("door_unreadable")

    def _arrived(self, operation: Mapping[str, Any], before: Mapping[str, Before]) -> Line:
        guest = next(
            (one for one in guest_list(self.view, self.evening.event_id) if one.guest == operation.get("guest")), None
        )
        if guest is None:
            raise DoorError("door_unknown_guest")
        was = before.get(guest.guest, Before(guest.status, guest.persons))
        persons = operation.get("persons", was.persons)
        if not isinstance(persons, int) or isinstance(persons, bool) or not 1 <= persons <= was.persons:
            raise DoorError("door_unreadable")
        return {"kind": "arrived", "guest": guest.guest, "persons": persons, "before": asdict(was)}

    def _walk_in(self, operation: Mapping[str, Any]) -> Line:
        line: Line = {"kind": "walk_in", "guest": f"{WALK_IN}{operation['op']}", "persons": 1}
        name, kind = _named(operation)
        found = self._known(operation.get("organisation_id"), name)
        if found is None:
            return line | {"organisation_id": None, "organisation": name, "organisation_kind": kind}
        known = {"organisation_id": found.organisation_id, "organisation": found.organisation}
        return line | known | {"organisation_kind": found.kind}

    def _known(self, organisation_id: object, name: str | None) -> Organisation | None:
        """The organisation that is meant by its id, or by a name that it bears; None where it is new."""
        if organisation_id is not None:
            found = next((one for one in organisations(self.view) if one.organisation_id == organisation_id), None)
            if found is None:
                raise DoorError("door_unknown_organisation")
            return found
        alike = same_name(name) if name else None
        return next((one for one in organisations(self.view) if same_name(one.organisation) == alike), None)


def _withdrawn(of: object) -> Line:
    if not isinstance(of, list) or not 0 < len(of) <= MOST_AT_ONCE:
        raise DoorError("door_unreadable")
    if not all(isinstance(op, str) and _OP.fullmatch(op) for op in of):
        raise DoorError("door_unreadable")
    return {"kind": "withdrawn", "of": of}


def _named(operation: Mapping[str, Any]) -> tuple[str | None, str]:
    """The name and kind of an organisation that is not known; neither, where a guest comes from nowhere."""
    name, kind = operation.get("organisation"), operation.get("organisation_kind", "unknown")
    if name is None:
        return None, "unknown"
    if not isinstance(name, str) or kind not in _KINDS:
        raise DoorError("door_unreadable")
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    if not 0 < len(plain) <= _LONGEST or carries_address(plain):
        raise DoorError("door_no_organisation")
    return plain, kind
