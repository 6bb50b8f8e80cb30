"""The way to the provider and back: what the answers on it leave in the browser, and to which page they lead."""

from collections.abc import Callable
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import Message, Send
from streamlit import config

from pages.access.revoked_sign_ins import REVOKED
from pages.access.role import ROLES_OF_PAGE
from pages.access.visitor import OUTCOME, OVER, USER_COOKIE, claims_of, settings_now

_BACK = "sign_in_back"
"""The cookie that remembers from which page somebody went to sign in."""
_MINUTES = 15 * 60


def base() -> str:
    """The folder of this host in which the application is served, "" for the host itself."""
    folder = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{folder}" if folder else ""


def remembering(request: HTTPConnection, send: Send) -> Send:
    """On the way to the provider: note the page; where the provider is not there, go back to it with a word."""
    back = _known_page(request.headers.get("referer", ""))

    def mend(message: Message) -> None:
        headers = MutableHeaders(scope=message)
        if message["status"] >= 400:
            message["status"] = 303
            headers["location"] = _with_word(back, "unreachable")
        else:
            headers.append("set-cookie", _cookie(_BACK, quote(back, safe=""), _MINUTES))

    return _on_start(send, mend)


def coming_back(request: HTTPConnection, send: Send) -> Send:
    """On the way from the provider: to the noted page, with a word where the sign-in failed."""
    query = parse_qs(request.url.query)
    tried = "code" in query or "error" in query
    back = _known_page(unquote(request.cookies.get(_BACK, "")))
    mark = "; Secure" if settings_now().is_encrypted else ""

    def mend(message: Message) -> None:
        headers = MutableHeaders(scope=message)
        cookies = headers.getlist("set-cookie")
        signed_in = any(cookie.startswith(f"{USER_COOKIE}=") and "Max-Age=0" not in cookie for cookie in cookies)
        del headers["set-cookie"]
        for cookie in cookies:
            headers.append("set-cookie", cookie + (mark if cookie.startswith(USER_COOKIE) else ""))
        for name in (_BACK, OVER) if signed_in else (_BACK,):
            headers.append("set-cookie", _cookie(name, "", 0))
        if tried and "location" in headers:
            headers["location"] = back if signed_in else _with_word(back, "failed")

    return _on_start(send, mend)


def clearing(request: HTTPConnection, send: Send) -> Send:
    """With a page: take the sign-in that is over from the browser."""
    word = bool(claims := claims_of(request)) and not REVOKED.has(claims)

    def mend(message: Message) -> None:
        headers = MutableHeaders(scope=message)
        if headers.get("content-type", "").startswith("text/html"):
            for name in request.cookies:
                if name.startswith(USER_COOKIE):
                    headers.append("set-cookie", _cookie(name, "", 0))
            if word:
                headers.append("set-cookie", _cookie(OVER, "1", 60))

    return _on_start(send, mend)


def _on_start(send: Send, mend: Callable[[Message], None]) -> Send:
    """``send``, with the head of the answer mended."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            mend(message)
        await send(message)

    return sent


def _cookie(name: str, value: str, seconds: int) -> str:
    secure = "; Secure" if settings_now().is_encrypted else ""
    return f"{name}={value}; HttpOnly; Max-Age={seconds}; Path={base() or '/'}; SameSite=lax{secure}"


def _known_page(address: str) -> str:
    """The page that ``address`` names on this host, with what is chosen on it; the start where it names none."""
    parts = urlsplit(address)
    name = parts.path.removeprefix(base()).strip("/")
    if name not in ROLES_OF_PAGE:
        name = ""
    query = {key: values for key, values in parse_qs(parts.query).items() if key != OUTCOME}
    return f"{base()}/{quote(name)}" + (f"?{urlencode(query, doseq=True)}" if query else "")


def _with_word(page: str, outcome: str) -> str:
    return f"{page}{'&' if '?' in page else '?'}{OUTCOME}={outcome}"
