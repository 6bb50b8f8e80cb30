"""The way in before Streamlit: what a connection may ask, and copies of a sign-in that was ended."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.requests import HTTPConnection
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.access import visitor
from pages.access.auth_middleware import AuthMiddleware
from pages.access.revoked_sign_ins import RevokedSignIns
from tests.pages.access.test_role import WITH_SIGN_IN, claims

CLEAR = BackMsg(clear_cache=True).SerializeToString()
RUN = BackMsg(app_heartbeat=True).SerializeToString()


def what_arrives(*sent):
    """What of the messages ``sent`` by a browser over its connection the application gets."""
    got = []

    async def app(scope, receive, send):
        while (message := await receive())["type"] != "websocket.disconnect":
            got.append(message.get("bytes", message.get("text")))

    async def connect():
        messages = [{"type": "websocket.receive", **message} for message in sent] + [{"type": "websocket.disconnect"}]
        waiting = iter(messages)

        async def receive():
            return next(waiting)

        async def send(message):
            raise AssertionError(message)

        scope = {"type": "websocket", "path": "/_stcore/stream", "headers": [(b"host", b"localhost")], "client": None}
        await AuthMiddleware(app)(scope, receive, send)

    with ThreadPoolExecutor(max_workers=1) as alone:  # the browser tests' driver leaves a loop running in this thread
        alone.submit(lambda: asyncio.run(connect())).result()
    return got


def test_nobody_empties_what_the_server_keeps_for_all():
    assert what_arrives({"bytes": RUN}, {"bytes": CLEAR}, {"bytes": CLEAR}, {"bytes": RUN}) == [RUN, RUN]


def test_what_cannot_be_read_is_left_to_streamlit():
    assert what_arrives({"bytes": b"\xff"}, {"bytes": b""}, {"text": "x"}) == [b"\xff", b"", "x"]


@pytest.fixture
def signed_in(monkeypatch):
    """A request with the cookie of a management's sign-in."""
    revoked, found = RevokedSignIns(), claims(roles=["management"], exp=time.time() + 600, iat=time.time())
    monkeypatch.setattr(visitor, "REVOKED", revoked)
    monkeypatch.setattr(visitor, "claims_of", lambda _: found)
    monkeypatch.setattr(visitor, "settings_now", lambda: WITH_SIGN_IN)
    request = HTTPConnection({"type": "http", "headers": [(b"host", b"dashboard.example")], "client": ("10.0.0.1", 1)})
    return revoked, found, request


def test_a_copy_of_a_cookie_is_worth_nothing_after_signing_out(signed_in):
    revoked, found, request = signed_in
    assert visitor.role_of(request) == "management"
    revoked.end(found)
    assert visitor.role_of(request) == "public"


def test_no_other_site_may_steer_a_page():
    assert config.get_option("client.allowedOrigins") == []
