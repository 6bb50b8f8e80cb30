"""From the door's journal to the store: what happened becomes a batch, some at a time, and the evening is closed.

The journal remembers up to which of its lines batches have been made. What is there is written, not what changed: a
batch made twice changes nothing.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime

from filelock import Timeout

from analytics.errors import QuestionError, StoreError
from analytics.intake.edits import Edit, edit
from analytics.intake.entered import Row
from analytics.intake.names import organisation_id_of
from analytics.intake.report import Report
from analytics.language import Language
from analytics.reception.door import Door
from analytics.reception.evening import Evening
from analytics.reception.guests import guest_list
from analytics.reception.pending import are_due, settled, unsettled
from analytics.reception.presence import Presence, WalkIn, counts, presence
from analytics.store import DOOR, Line, Store
from analytics.warehouse import View, build, current

_LEDGER = Language("de")  # what stands in the ledger has one language, whoever reads it


def process_due(door: Door, now: datetime) -> list[str]:
    """Make a batch of what is due at ``door``, and close its evening when it is over; the ids of the batches."""
    made = []
    if are_due(_waiting(door.journal.lines(), door.evening), now) and (batch := settle(door, now)):
        made.append(batch)
    if _is_to_be_closed(door, now):
        with suppress(QuestionError):  # another process was faster
            made.append(close(door.store, door.evening.event_id, now))
    return made


def settle(door: Door, now: datetime) -> str | None:
    """Make a batch of what the journal holds and no batch does yet, and publish it; its id, or None without any.

    Of two processes that try at once the second has nothing left to do. Raises StoreError where it cannot be written;
    then it is tried again with the next.
    """
    try:
        with door.journal.lock("settling").acquire(timeout=0):
            batch = _settled(door, now)
    except Timeout:
        return None
    if batch:
        build(door.store)
    return batch


def close(store: Store, event_id: str, now: datetime) -> str:
    """End the evening: it was held, and who was registered and did not come is a no-show. The batch's id.

    Raises QuestionError before its first day, or where it is closed already.
    """
    door = _door(store, event_id)
    if door.evening.is_rehearsal(now.date()):
        raise QuestionError("evening_not_begun", event=door.evening.title)
    with door.journal.lock("closing"):
        return _closed(store, event_id, now)


def reopen(store: Store, event_id: str) -> str:
    """Take the closing of the evening back; the id of the batch that does. Raises QuestionError where it is open."""
    door = _door(store, event_id)
    closed = [line["closed"] for line in door.journal.lines() if "closed" in line]
    if door.evening.status != "held" or not closed:
        raise QuestionError("evening_open", event=door.evening.title)
    batch = store.undo(closed[-1], who=DOOR).batch
    build(store)
    return batch


def _door(store: Store, event_id: str) -> Door:
    view = View(current(store))
    return Door(store, view, Evening.of(view, event_id))


def _closed(store: Store, event_id: str, now: datetime) -> str:
    door = _door(store, event_id)
    if door.evening.status == "held":
        raise QuestionError("evening_closed", event=door.evening.title)
    settle(door, now)
    here = presence(door.journal.lines(), door.evening, now.date())
    missing = [
        {"participation_id": guest.guest, "event_id": event_id, "status": "no_show"}
        for guest in guest_list(View(current(store)), event_id)
        if guest.status == "registered" and not here.persons(guest.guest)
    ]
    edits = [Edit("events", [{"event_id": event_id, "status": "held"}], partial=True)]
    edits += [Edit("participations", missing, partial=True), _rests(door, here)]
    report = _written(store, edits, "door.ledger_closed", door.evening)
    build(store)
    door.journal.append([{"closed": report.batch}])
    return str(report.batch)


def _settled(door: Door, now: datetime) -> str | None:
    lines = door.journal.lines()
    waiting = _waiting(lines, door.evening)
    if not waiting or door.evening.is_rehearsal(now.date()):
        return None
    here = presence(lines, door.evening, now.date())
    report = _written(door.store, list(_edits(door, here, _guests_of(waiting, lines))), "door.ledger", door.evening)
    door.journal.append([settled(lines, report.batch)])
    return report.batch


def _waiting(lines: list[Line], evening: Evening) -> list[Line]:
    """What happened on the evening and stands in no batch yet."""
    return [line for line in unsettled(lines) if "op" in line and counts(line, evening)]


def _guests_of(waiting: Iterable[Line], lines: Iterable[Line]) -> set[str]:
    """The guests of whom the ``waiting`` lines speak, by themselves or by withdrawing what was said."""
    waiting = list(waiting)
    withdrawn = {op for line in waiting if line["kind"] == "withdrawn" for op in line["of"]}
    named = {line["guest"] for line in waiting if "guest" in line}
    return named | {line["guest"] for line in lines if line.get("op") in withdrawn and "guest" in line}


def _edits(door: Door, here: Presence, guests: set[str]) -> Iterator[Edit]:
    """What is to be written of these guests, so that the store says who is there."""
    event_id = door.evening.event_id
    walk_ins = [here.walk_ins[guest] for guest in sorted(guests) if guest in here.walk_ins]
    listed = sorted(guest for guest in guests if guest in here.before)
    gone = [{"participation_id": guest} for guest in sorted(guests - set(listed)) if guest not in here.walk_ins]
    new = [walk_in for walk_in in walk_ins if walk_in.organisation_id is None and walk_in.organisation]
    strangers = {organisation_id_of(str(walk_in.organisation)): walk_in for walk_in in new}
    rows = [_stranger(organisation_id, walk_in) for organisation_id, walk_in in strangers.items()]
    yield Edit("organisations", rows, partial=True)
    yield Edit("participations", [_row(event_id, guest, here) for guest in listed], partial=True)
    yield Edit("participations", [_walk_in(event_id, walk_in) for walk_in in walk_ins], gone)
    if door.evening.status == "held":
        yield _rests(door, here)


def _row(event_id: str, guest: str, here: Presence) -> Row:
    persons, before = here.persons(guest), here.before[guest]
    return {
        "participation_id": guest,
        "event_id": event_id,
        "status": "attended" if persons else before.status,
        "persons": persons or before.persons,
    }


def _rests(door: Door, here: Presence) -> Edit:
    """Of entries of which fewer persons came than were registered: the others, who are no-shows, as rows of their own.

    Rows of whoever came after all are taken away.
    """
    rows: list[Row] = []
    gone: list[Row] = []
    for guest in guest_list(door.view, door.evening.event_id):
        if guest.guest not in here.before:
            continue
        key: dict[str, object] = {"participation_id": f"{guest.guest}-rest"}
        missing = here.before[guest.guest].persons - here.persons(guest.guest)
        if here.persons(guest.guest) and missing > 0:
            known = {"event_id": door.evening.event_id, "organisation_id": guest.organisation_id}
            rows.append(key | known | {"persons": missing, "status": "no_show", "role": guest.role})
        else:
            gone.append(key)
    return Edit("participations", rows, gone)


def _walk_in(event_id: str, walk_in: WalkIn) -> Row:
    name = walk_in.organisation
    new = organisation_id_of(name) if name else None
    return {
        "participation_id": walk_in.guest,
        "event_id": event_id,
        "organisation_id": walk_in.organisation_id or new,
        "status": "attended",
        "walk_in": "true",
        "role": "guest",
    }


def _stranger(organisation_id: str, walk_in: WalkIn) -> Row:
    return {
        "organisation_id": organisation_id,
        "name": walk_in.organisation,
        "kind": walk_in.kind,
        "kind_basis": "declared" if walk_in.kind != "unknown" else None,
    }


def _written(store: Store, edits: list[Edit], key: str, evening: Evening) -> Report:
    title = _LEDGER.text(key, title=evening.title, date=_LEDGER.date(evening.starts_on))
    report = edit(store, edits, title=title, who=DOOR)
    if report.rejections:
        raise StoreError("door_not_written", event=evening.title, cause=report.rejections[0].reason("de"))
    return report


def _is_to_be_closed(door: Door, now: datetime) -> bool:
    """Whether it is the morning after an evening that had guests and that nobody closed."""
    if door.evening.status != "planned" or not door.evening.is_past(now):
        return False
    return any(door.presence(now).arrivals.values())
