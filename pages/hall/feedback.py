"""The feedback form: a short page for a guest's phone, open on the evening and some days after it."""

import json
import time
from datetime import date, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from analytics.errors import DashboardError
from analytics.language import Language
from analytics.reception.evening import Evening, evenings, tonight
from analytics.reception.feedback import LONGEST_WORD, SCALES, FeedbackError, take_answer
from analytics.store import Store
from pages.hall.answers import error_response, read_body
from pages.hall.document import Bundle, language_of
from pages.hall.rate_limit import RateLimit, is_token, token_for
from pages.hall.views import current_view
from pages.hall.words import words

_BUNDLE = Bundle(
    "feedback",
    script="feedback/form",
    styles=("hall", "paper", "feedback/form"),
)
_RATE_LIMIT = RateLimit(burst=120, seconds=5)
_LEAST_AGE = 2
_LARGEST = 8 * 1024


def page(request: Request) -> Response:
    """The form, or the sentence in its place while it is not open."""
    language, today = language_of(request), date.today()
    try:
        view, asked = current_view("public"), request.query_params.get("event")
        evening = Evening.of(view, asked) if asked else tonight(evenings(view), today)
    except DashboardError as error:
        return _closed(language, error.message(language.code), 404)
    if evening is None:
        return _closed(language, language.text("feedback.no_evening"), 404)
    if not evening.takes_feedback(today):
        reason = "not_yet" if evening.is_rehearsal(today) else "over"
        return _closed(language, language.text(f"feedback.{reason}", day=language.date(evening.starts_on)), 200)
    data = {
        "language": language.code,
        "words": words(language, "feedback"),
        "event": evening.event_id,
        "title": evening.title,
        "day": language.date(evening.starts_on),
        "token": token_for(Store(), evening.event_id, time.time()),
        "scales": SCALES,
        "longest_word": LONGEST_WORD,
    }
    return _BUNDLE.page(language, f"{language.text('feedback.title')} · {evening.title}", data)


async def answer(request: Request) -> Response:
    """Take one answer."""
    return await read_body(request, _taken, largest=_LARGEST)


def _taken(request: Request, body: bytes) -> Response:
    try:
        if not _RATE_LIMIT.lets(request.client.host if request.client else ""):
            raise FeedbackError("feedback_too_fast")
        store, evening = Store(), Evening.of(current_view("public"), request.query_params.get("event", ""))
        given = _given(body)
        token = given.pop("token", "")
        genuine = isinstance(token, str) and is_token(store, evening.event_id, token, time.time(), least_age=_LEAST_AGE)
        if not genuine:
            raise FeedbackError("feedback_unreadable")
        take_answer(store, current_view("management"), evening, token, given, datetime.now())
        return JSONResponse({"taken": True})
    except DashboardError as error:
        answered = error_response(request, error)
        answered.status_code = 429 if error.key == "feedback_too_fast" else answered.status_code
        return answered


def _given(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body)
    except ValueError as error:
        raise FeedbackError("feedback_unreadable") from error
    if not isinstance(given, dict):
        raise FeedbackError("feedback_unreadable")
    return given


def _closed(language: Language, sentence: str, status: int) -> Response:
    made = _BUNDLE.page(language, language.text("feedback.title"), {"language": language.code, "refused": sentence})
    made.status_code = status
    return made


ROUTES = [
    Route("/feedback", page),
    Route("/feedback/answer", answer, methods=["POST"]),
    Route("/feedback/{file}", _BUNDLE.asset),
]
