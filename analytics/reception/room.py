"""Who is in the room, by kind, for everybody's eyes: a screen in the hall shows it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from analytics.intake.names import organisation_id_of
from analytics.model.count_classes import SMALL
from analytics.reception.door import Door
from analytics.reception.guests import Guest, guest_list
from analytics.reception.presence import Presence

_LEAST = SMALL.stop


@dataclass(frozen=True)
class KindHere:
    """So many ``persons`` of a ``kind`` are there; of several small kinds together where ``kind`` is None."""

    kind: str | None
    persons: int


@dataclass(frozen=True)
class Room:
    """``present`` persons of so many ``organisations`` are there; ``registered`` persons stood on the list."""

    present: int
    organisations: int
    registered: int
    kinds: tuple[KindHere, ...]


def room(door: Door, now: datetime) -> Room:
    """Who is there now, counted from the list and from what the door's devices sent."""
    listed, presence = guest_list(door.view, door.evening.event_id), door.presence(now)
    here = [*_listed(listed, presence), *_without_list(listed, presence)]
    return Room(
        sum(persons for _, _, persons in here),
        len({organisation for organisation, _, _ in here if organisation}),
        sum(guest.persons for guest in listed if not guest.walk_in and guest.status != "cancelled"),
        tuple(by_kind(here)),
    )


def by_kind(here: Iterable[tuple[str | None, str, int]]) -> list[KindHere]:
    """Persons by kind, the most first, from (organisation, kind, persons); small kinds are pooled and stand last.

    A kind of fewer than five organisations is pooled. Where that would be a single kind, or fewer than five
    organisations in all, the smallest other kind is pooled with it: else the total would give it away.
    """
    members: dict[str, set[str]] = {}
    persons: dict[str, int] = {}
    for organisation, kind, count in here:
        members.setdefault(kind, set()).update({organisation} if organisation else ())
        persons[kind] = persons.get(kind, 0) + count
    ranked = sorted(members, key=lambda kind: (len(members[kind]), kind))
    pooled = [kind for kind in ranked if len(members[kind]) < _LEAST]
    rest = ranked[len(pooled) :]
    while pooled and rest and (len(pooled) < 2 or sum(len(members[kind]) for kind in pooled) < _LEAST):
        pooled.append(rest.pop(0))
    shown = [KindHere(kind, persons[kind]) for kind in sorted(rest, key=lambda kind: (-persons[kind], kind))]
    return [*shown, *([KindHere(None, sum(persons[kind] for kind in pooled))] if pooled else [])]


def _listed(listed: Sequence[Guest], here: Presence) -> Iterable[tuple[str | None, str, int]]:
    for guest in listed:
        if persons := _persons(guest, here):
            yield guest.organisation_id, guest.kind, persons


def _without_list(listed: Sequence[Guest], here: Presence) -> Iterable[tuple[str | None, str, int]]:
    known = {guest.guest for guest in listed}
    for walk_in in here.walk_ins.values():
        if walk_in.guest not in known:
            new = organisation_id_of(walk_in.organisation) if walk_in.organisation else None
            yield walk_in.organisation_id or new, walk_in.kind, 1


def _persons(guest: Guest, here: Presence) -> int:
    """How many are there of this entry: as the door says; where it says nothing, as the data has it."""
    if guest.guest in here.arrivals:
        return here.persons(guest.guest)
    return guest.persons if guest.status == "attended" else 0
