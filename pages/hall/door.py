"""The door: a page for phones and tablets on which guests are ticked off as they come."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from analytics.charts.palette import PALETTES, symbol_of
from analytics.errors import DashboardError
from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.reception.door import MOST_AT_ONCE
from analytics.reception.evening import Evening, evenings, tonight
from pages.hall.admission import KEY, brings_key, keep_key, may_open
from pages.hall.document import Bundle, language_of
from pages.hall.views import current_view
from pages.hall.words import words

_BUNDLE = Bundle(
    "door",
    script="door/start",
    styles=("hall", "paper", "door/door"),
)


def page(request: Request) -> Response:
    """The page itself; whoever may not open the door is told how he may."""
    language = language_of(request)
    try:
        evening = _evening(request)
    except DashboardError as error:
        return _refused(language, error.message(language.code), 404)
    if evening is None:
        return _refused(language, language.text("door.no_evening"), 404)
    if KEY in request.query_params and brings_key(request, evening):
        asked = {"event": evening.event_id, "lang": language.code}
        answer = RedirectResponse(f"door?{urlencode(asked)}", 303)
        keep_key(request, answer)
        return answer
    if not may_open(request, evening):
        return _refused(language, language.text("errors.door_not_allowed"), 403, language.text("door.to_dashboard"))
    return _BUNDLE.page(language, f"{language.text('door.title')} · {evening.title}", _data(language, evening))


def _evening(request: Request) -> Evening | None:
    view = current_view("management")
    asked = request.query_params.get("event")
    return Evening.of(view, asked) if asked else tonight(evenings(view), date.today())


def _data(language: Language, evening: Evening) -> Mapping[str, Any]:
    kinds, roles = ENUMERATIONS["organisation_kind"], ENUMERATIONS["participation_role"]
    return {
        "language": language.code,
        "words": words(language, "door"),
        "event": evening.event_id,
        "title": evening.title,
        "day": language.date(evening.starts_on),
        "expected": evening.expected_attendance,
        "most_at_once": MOST_AT_ONCE,
        "kinds": {
            kind: {"label": kinds.label_of(kind, language.code), "symbol": symbol_of(kind)} for kind in kinds.tokens
        },
        "roles": {role: roles.label_of(role, language.code) for role in roles.tokens},
        "colours": {theme: dict(PALETTES[theme].kinds) for theme in PALETTES},
    }


def _refused(language: Language, sentence: str, status: int, way: str | None = None) -> Response:
    """The page with a sentence in the door's place, and the ``way`` to the dashboard where it helps."""
    data = {"language": language.code, "refused": sentence, "way": way}
    answer = _BUNDLE.page(language, language.text("door.title"), data)
    answer.status_code = status
    return answer


ROUTES = [Route("/door", page), Route("/door/{file}", _BUNDLE.asset)]
