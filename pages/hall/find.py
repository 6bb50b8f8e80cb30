"""A guest's own organisation on a phone: found by name, with its place in the network and whom to meet."""

from datetime import date
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.reception.evening import Evening, evenings, tonight
from analytics.reception.find import Finder
from analytics.reception.show import kinds
from analytics.warehouse import View
from pages.hall.answers import handle_errors
from pages.hall.document import Bundle, language_of
from pages.hall.views import current_view
from pages.hall.words import words

_BUNDLE = Bundle(
    "find",
    script="find/start",
    styles=("hall", "paper", "find/phone", "find/profile"),
)
_SHORTEST, _LONGEST = 2, 80
_NEVER_KEPT = {"cache-control": "no-store"}


@handle_errors
def page(request: Request) -> Response:
    """The page with its search; 503 where there is no data yet."""
    language = language_of(request)
    view = current_view("public")
    evening = _evening(view, request.query_params.get("event"))
    data = {
        "language": language.code,
        "words": words(language, "find"),
        "kinds": kinds(language),
        "event": evening.title if evening else "",
        "whom": whom_to_ask(view, language),
    }
    return _BUNDLE.page(language, language.text("find.title"), data)


@handle_errors
def names(request: Request) -> Response:
    """Who may be meant by what was typed (``q``), as a list; an empty one for fewer than two letters."""
    typed = request.query_params.get("q", "")[:_LONGEST].strip()
    found = _finder(current_view("public")).found(typed, language_of(request)) if len(typed) >= _SHORTEST else []
    return JSONResponse(found, headers=_NEVER_KEPT)


@handle_errors
def profile(request: Request) -> Response:
    """One organisation (``id``) as the public may see it; 404 for one that cannot be found by name."""
    language, asked, view = language_of(request), request.query_params, current_view("public")
    try:
        evening = _evening(view, asked.get("event"))
        # Who is coming is told while they are there, and to nobody before or after it.
        here = evening if evening and evening.is_on(date.today()) else None
        found = _finder(view).profile(asked.get("id", ""), language, here)
    except QuestionError:
        return JSONResponse({"error": language.text("find.gone")}, 404, headers=_NEVER_KEPT)
    return JSONResponse(found, headers=_NEVER_KEPT)


def whom_to_ask(view: View, language: Language) -> str:
    """Who helps those who are not found: the coordinating office by name, or the desk."""
    return language.listing(_finder(view).coordinators()) or language.text("find.ask_anybody")


def _evening(view: View, event_id: str | None) -> Evening | None:
    """The event asked for; an unknown one is none."""
    known = evenings(view)
    if event_id:
        return next((evening for evening in known if evening.event_id == event_id), None)
    return tonight(known, date.today())


@lru_cache(maxsize=2)
def _finder(view: View) -> Finder:
    return Finder(view)


ROUTES = [
    Route("/find", page),
    Route("/find/names.json", names),
    Route("/find/profile.json", profile),
    Route("/find/{file}", _BUNDLE.asset),
]
