"""How the hall's pages say in words that something is not possible."""

from collections.abc import Callable
from functools import wraps

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from analytics.errors import DashboardError, QuestionError, SnapshotError
from analytics.reception.door import DoorError
from analytics.reception.feedback import FeedbackError
from pages.hall.admission import is_own_page
from pages.hall.document import language_of

_STATUS: dict[type[DashboardError], int] = {QuestionError: 404, SnapshotError: 503, DoorError: 409, FeedbackError: 409}
Handler = Callable[[Request], Response]


class NotAllowedError(DashboardError):
    """Somebody asks for what his role, or the key that he has, does not open."""


def handle_errors(handler: Handler) -> Handler:
    """``handler``, with errors told as JSON, in the language of whoever asks, for the device that shows them."""

    @wraps(handler)
    def answered(request: Request) -> Response:
        try:
            return handler(request)
        except DashboardError as error:
            return error_response(request, error)

    return answered


async def read_body(request: Request, take: Callable[[Request, bytes], Response], *, largest: int) -> Response:
    """What ``take`` answers to the request and its body; 403 to other sites, 413 to more than ``largest`` bytes."""
    if not is_own_page(request):
        return Response(status_code=403)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > largest:
            return Response(status_code=413)
    return await run_in_threadpool(take, request, body)


def error_response(request: Request, error: DashboardError) -> Response:
    """What is wrong, as JSON, with the status that fits."""
    status = (
        403
        if isinstance(error, NotAllowedError)
        else next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    )
    return JSONResponse({"error": error.message(language_of(request).code)}, status)


def unchanged(request: Request, tag: str) -> Response | None:
    """304 where the browser has the state that ``tag`` names already."""
    if request.headers.get("if-none-match") != tag:
        return None
    return Response(status_code=304, headers={"etag": tag, "cache-control": "no-cache"})


def cached_json(answer: object, tag: str) -> Response:
    """``answer`` as JSON, which a browser may keep as long as ``tag`` names it."""
    return JSONResponse(answer, headers={"etag": tag, "cache-control": "no-cache"})
