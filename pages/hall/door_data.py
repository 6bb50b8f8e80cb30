"""What the door's devices and the hall's screen ask for again and again: the list, who is there, and what happened."""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from analytics.errors import DashboardError, QuestionError
from analytics.reception.door import Door, DoorError
from analytics.reception.evening import Evening
from analytics.reception.guests import guest_list, organisations
from analytics.reception.room import room
from analytics.store import Store
from pages.hall.admission import may_open
from pages.hall.answers import NotAllowedError, cached_json, error_response, handle_errors, read_body, unchanged
from pages.hall.document import language_of
from pages.hall.views import current_view

_LARGEST = 256 * 1024


@handle_errors
def guests(request: Request) -> Response:
    """The guest list and the organisations of walk-ins, as JSON; 304 where the browser has this state of them."""
    door = _door(request)
    tag = f'"{door.view.snapshot.name}"'
    listed = [vars(guest) for guest in guest_list(door.view, door.evening.event_id)]
    known = [vars(one) for one in organisations(door.view)]
    answer = {"snapshot": door.view.snapshot.name, "guests": listed, "organisations": known}
    return unchanged(request, tag) or cached_json(answer, tag)


@handle_errors
def state(request: Request) -> Response:
    """Who has come, as JSON; 304 where the browser knows it."""
    door, now = _door(request), datetime.now()
    tag = f'"{door.stand(now)}"'
    return unchanged(request, tag) or cached_json(_state(door, now), tag)


async def operations(request: Request) -> Response:
    """Take what a device sends; when the answer comes, it is safe."""
    return await read_body(request, _taken, largest=_LARGEST)


@handle_errors
def tonight(request: Request) -> Response:
    """Who is in the room, as the hall's screen tells it, as JSON; 304 where the screen knows it.

    Counts are told to whoever may open the door, and so decides what the hall is shown; everybody else is told of the
    evening that is on now, and what was expected of it, which is in the public's own tables.
    """
    evening = Evening.of(current_view("public"), request.query_params.get("event", ""))
    now = datetime.now()
    counts = _counts(evening, now) if may_open(request, evening) else {}
    if not counts and not evening.is_on(now.date()):
        raise QuestionError("unknown_evening", event=evening.event_id)
    told_of = {
        "event": evening.event_id,
        "is_rehearsal": evening.is_rehearsal(now.date()),
        "is_closed": evening.status == "held",
        "expected": evening.expected_attendance,
        "present": None,
        "organisations": None,
        "kinds": [],
        **counts,
    }
    stand = sha256(json.dumps(told_of).encode()).hexdigest()[:20]
    return unchanged(request, f'"{stand}"') or cached_json({**told_of, "stand": stand}, f'"{stand}"')


def _counts(evening: Evening, now: datetime) -> dict[str, Any]:
    here = room(Door(Store(), current_view("management"), evening), now)
    kinds = [vars(kind) for kind in here.kinds]
    return {"present": here.present, "organisations": here.organisations, "kinds": kinds}


def _taken(request: Request, body: bytes) -> Response:
    try:
        door, now = _door(request), datetime.now()
        taken = door.take(_sent(body), now)
        code = language_of(request).code
        refused = {op: error.message(code) for op, error in taken.refused.items()}
        return JSONResponse({"taken": taken.taken, "refused": refused, "state": _state(door, now)})
    except DashboardError as error:
        return error_response(request, error)


def _sent(body: bytes) -> list[dict[str, Any]]:
    try:
        sent = json.loads(body)["operations"]
    except (ValueError, KeyError, TypeError) as error:
        raise DoorError("door_unreadable") from error
    if not isinstance(sent, list) or not all(isinstance(one, dict) for one in sent):
        raise DoorError("door_unreadable")
    return sent


def _door(request: Request) -> Door:
    evening = Evening.of(current_view("management"), request.query_params.get("event", ""))
    if not may_open(request, evening):
        raise NotAllowedError("door_not_allowed")
    return Door(Store(), current_view("management"), evening)


def _state(door: Door, now: datetime) -> dict[str, Any]:
    here, count = door.presence(now), room(door, now)
    return {
        "snapshot": door.view.snapshot.name,
        "arrivals": here.arrivals,
        "walk_ins": [vars(walk_in) for walk_in in here.walk_ins.values()],
        "is_open": door.is_open(now),
        "is_rehearsal": door.evening.is_rehearsal(now.date()),
        "present": count.present,
        "registered": count.registered,
    }


ROUTES = [
    Route("/door/guests.json", guests),
    Route("/door/state.json", state),
    Route("/door/operations", operations, methods=["POST"]),
    Route("/reception/tonight.json", tonight),
]
