"""The show: scenes that run by themselves on the hall's screen, for everybody's eyes."""

import json
from datetime import date
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from ipaddress import ip_address
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

import segno
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from analytics.language import Language
from analytics.reception.evening import Evening, evenings, tonight
from analytics.reception.show import event, lasting_scenes, show
from analytics.warehouse import View
from pages.hall.answers import handle_errors, unchanged
from pages.hall.document import POLICY, Bundle, language_of
from pages.hall.find import whom_to_ask
from pages.hall.views import current_view
from pages.hall.words import words

_BUNDLE = Bundle(
    "reception",
    script="show/start",
    styles=("hall", "find/profile", "show/frame", "show/scenes", "show/find", "show/steering"),
)
_LETTERS = tuple(f"hall/font/{weight}.ttf" for weight in (400, 600, 700))
_MOST_EVENTS = 40
"""So many events, the latest first, are offered to the presenter."""
_making = Lock()


def page(request: Request) -> Response:
    """The page that runs the show; what it shows it fetches itself."""
    language = language_of(request)
    data = {
        "language": language.code,
        "waiting": language.text("screen.waiting"),
        "unreachable": language.text("screen.unreachable"),
    }
    return _BUNDLE.page(language, language.text("reception.title"), data)


@handle_errors
def content(request: Request) -> Response:
    """All that the show tells, as JSON with an ETag; 404 for an event that is not known, 503 without data."""
    view, asked = current_view("public"), request.query_params.get("event") or None
    # One at a time: several screens that ask for the same wait for the first answer instead of making it again.
    with _making:
        body, tag = _made(view, language_of(request), asked, date.today())
    headers = {"etag": tag, "cache-control": "no-cache"}
    return unchanged(request, tag) or Response(body, media_type="application/json", headers=headers)


@lru_cache(maxsize=4)
def _lasting(view: View, language: Language) -> dict[str, dict[str, Any] | None]:
    """What takes long to make; kept by itself, so that whoever asks for other evenings drives nothing out."""
    return lasting_scenes(view, language)


@lru_cache(maxsize=8)
def _made(view: View, language: Language, event_id: str | None, today: date) -> tuple[bytes, str]:
    """The show as JSON, and its tag. Raises QuestionError for an unknown event."""
    known = evenings(view)
    meant: Evening | None = Evening.of(view, event_id) if event_id else tonight(known, today)
    told = {
        **show(view, language, meant, _lasting(view, language)),
        "language": language.code,
        "words": words(language, "screen"),
        "find": words(language, "find"),
        "whom": whom_to_ask(view, language),
        "events": [event(evening, language) for evening in known[:_MOST_EVENTS]],
    }
    body = json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    return body, f'"{sha256(body).hexdigest()[:20]}"'


def code(request: Request) -> Response:
    """A QR code (SVG) to the address ``to`` of this host, or of a private network; 400 for any other address."""
    address = request.query_params.get("to", "")
    if not _is_near(address, request.headers.get("host", "")):
        return Response("Only addresses of this host or of a private network.", 400, media_type="text/plain")
    drawn = BytesIO()
    made = segno.make(address, error="m", micro=False)
    made.save(drawn, kind="svg", border=4, dark="#0e1117", light="#ffffff", xmldecl=False, omitsize=True)
    return Response(drawn.getvalue(), media_type="image/svg+xml", headers={"cache-control": "public, max-age=86400"})


def _is_near(address: str, host: str) -> bool:
    """Whether an address is this host's, or one of a private network, by which phones in a hall may know this host."""
    try:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return False
        return parts.netloc == host or ip_address(parts.hostname).is_private
    except ValueError:
        return False


def worker(request: Request) -> Response:
    """The worker that keeps the show for a reload without a connection; it may keep what belongs to the show."""
    assets = json.dumps([_BUNDLE.address("js"), _BUNDLE.address("css"), *_LETTERS])
    script = files("pages.hall").joinpath("browser", "show", "worker.js").read_text("utf-8")
    headers = {
        "service-worker-allowed": request.url.path.removesuffix("/worker.js"),
        "cache-control": "no-cache",
        "content-security-policy": POLICY,
    }
    return Response(f"const ASSETS = {assets};\n{script}", media_type="text/javascript", headers=headers)


ROUTES = [
    Route("/reception", page),
    Route("/reception/show.json", content),
    Route("/reception/qr.svg", code),
    Route("/reception/worker.js", worker),
    Route("/reception/{file}", _BUNDLE.asset),
]
