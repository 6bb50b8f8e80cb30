"""The gate before Streamlit: a sign-in holds as long as it should, and what is not a page asks for the role, too."""

import asyncio
import time
from collections.abc import Mapping

from google.protobuf.message import DecodeError
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.access.request_origin import is_same_site
from pages.access.revoked_sign_ins import REVOKED
from pages.access.role import ends
from pages.access.sign_in_way import base, clearing, coming_back, remembering
from pages.access.visitor import OVER, USER_COOKIE, claims_of, role_of, settings_now

_MANAGEMENT_ONLY = ("/_stcore/upload_file", "/_stcore/metrics", "/_stcore/agent")
_GRACE = 4
"""Seconds in which the page itself may say that the sign-in is over, before its connection is closed."""


class AuthMiddleware:
    """Keeps sign-ins that are over from Streamlit, which itself would honour them for 30 days, and closes what is open.

    It brings people back to the page on which they chose to sign in, tells them when that fails, and refuses uploads
    to all but the management.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass."""
        if scope["type"] == "websocket":
            await self._connection(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _connection(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A page's connection lasts as long as its sign-in; the browser then opens another, without one."""
        asked = HTTPConnection(scope)
        if _is_foreign(asked):
            await send({"type": "websocket.close", "code": 1008})
            return
        receive = _without_orders(receive)
        claims = claims_of(asked)
        seconds = _seconds_left(claims)
        if seconds <= 0:
            await self._app(_without_sign_in(scope, claims), receive, send)
            return
        with REVOKED.watch(claims, seconds + _GRACE) as over:
            await self._app(scope, _until(over, receive, send), send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = HTTPConnection(scope)
        path = _path(request)
        if path.startswith(_MANAGEMENT_ONLY) and role_of(request) != "management":
            await PlainTextResponse("Only the network's management may do that.", 403)(scope, receive, send)
            return
        if path == "/auth/login":
            send = remembering(request, send)
        elif path == "/oauth2callback":
            send = coming_back(request, send)
        elif path == "/auth/logout":
            REVOKED.end(claims_of(request))
        elif _has_sign_in(request) and _seconds_left(claims_of(request)) <= 0:
            send = clearing(request, send)
        await self._app(scope, receive, send)


def _without_orders(receive: Receive) -> Receive:
    """``receive`` without what a browser may ask of the whole server: to forget what it has made for everybody."""

    async def received() -> Message:
        while True:
            message = await receive()
            if not _asks_to_forget(message.get("bytes")):
                return message

    return received


def _asks_to_forget(sent: bytes | None) -> bool:
    try:
        return str(BackMsg.FromString(sent or b"").WhichOneof("type")) == "clear_cache"
    except DecodeError:
        return False


def _until(over: asyncio.Event, receive: Receive, send: Send) -> Receive:
    """``receive``, until ``over``: then the connection is closed."""

    async def received() -> Message:
        message, ending = asyncio.ensure_future(receive()), asyncio.ensure_future(over.wait())
        await asyncio.wait({message, ending}, return_when=asyncio.FIRST_COMPLETED)
        ending.cancel()
        if not over.is_set():
            return await message
        message.cancel()
        await send({"type": "websocket.close", "code": 1008})
        return {"type": "websocket.disconnect", "code": 1008}

    return received


def _is_foreign(asked: HTTPConnection) -> bool:
    """Whether another site's page asks. Streamlit asks a server in the net for its own address before it says no."""
    origin = asked.headers.get("origin")
    return origin is not None and not is_same_site(origin, asked.headers.get("host", ""))


def _path(request: HTTPConnection) -> str:
    """The path within the application."""
    return str(request.scope["path"]).removeprefix(base())


def _seconds_left(claims: Mapping[str, object]) -> float:
    settings = settings_now()
    if not settings.providers or not claims or REVOKED.has(claims):
        return 0
    return (ends(claims, settings) or 0) - time.time()


def _has_sign_in(request: HTTPConnection) -> bool:
    return any(name.startswith(USER_COOKIE) for name in request.cookies)


def _without_sign_in(scope: Scope, claims: Mapping[str, object]) -> Scope:
    """The request without the cookies of a sign-in; one that was genuine leaves a word that it is over."""
    headers = []
    for name, value in scope["headers"]:
        if name.lower() == b"cookie":
            kept = [part.strip() for part in value.split(b";") if not part.strip().startswith(USER_COOKIE.encode())]
            kept += [f"{OVER}=1".encode()] if claims and not REVOKED.has(claims) else []
            headers.append((name, b"; ".join(kept)))
        else:
            headers.append((name, value))
    return {**scope, "headers": headers}
