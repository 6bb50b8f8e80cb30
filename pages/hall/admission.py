"""Who may open the door: management and staff by their role, and a phone by the key of one evening's door."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from analytics.reception.door_key import is_key
from analytics.reception.evening import Evening
from analytics.store import Store
from pages.access.request_origin import is_same_site
from pages.access.visitor import role_of, settings_now

KEY = "door_key"
"""The cookie, and the part of a link, that holds a key."""
_ROLES = ("management", "staff")
_HOURS = 48


def may_open(request: Request, evening: Evening) -> bool:
    """Whether whoever asks may tick off the guests of ``evening``."""
    return role_of(request) in _ROLES or _is_key(evening, request.cookies.get(KEY, ""))


def brings_key(request: Request, evening: Evening) -> bool:
    """Whether the link by which somebody comes holds a key of this door."""
    return _is_key(evening, request.query_params.get(KEY, ""))


def keep_key(request: Request, response: Response) -> None:
    """Let the browser remember the key of the link, so that it need not stand in the address."""
    response.set_cookie(
        KEY,
        request.query_params[KEY],
        max_age=_HOURS * 3600,
        httponly=True,
        samesite="lax",
        secure=settings_now().is_encrypted,
    )


def is_own_page(request: Request) -> bool:
    """Whether a page of this host sends the request, and not another site's in the visitor's name."""
    origin = request.headers.get("origin")
    is_json = request.headers.get("content-type", "").partition(";")[0].strip() == "application/json"
    return is_json and (origin is None or is_same_site(origin, request.headers.get("host", "")))


def _is_key(evening: Evening, key: str) -> bool:
    return bool(key) and is_key(Store(), evening, key, date.today())
