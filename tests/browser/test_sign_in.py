"""Signing in, in Chromium, at a real provider on this machine; and what a server shows without any sign-in."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, generate_xsrf_token_string
from websockets.exceptions import InvalidStatus

from analytics.language import Language
from analytics.store import Store
from pages.access.access_settings import ROLES
from pages.access.role import may_see
from tests.browser.conftest import Server, free_port
from tests.browser.raw_visit import page_as_sent

pytestmark = pytest.mark.browser

DE = Language("de")
WAIT = 20_000
SECRET = "0123456789abcdefghijklmnopqrstuvwxyz"
USER = "_streamlit_user"
PAGES = ("overview", "growth", "events", "cooperation", "organisations", "intake", "methodology")
HELD_BACK = "nur für: Netzwerkmanagement"


class Provider:
    """A provider of sign-ins, a program of its own."""

    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        program = Path(__file__).with_name("provider.py")
        self._process = subprocess.Popen(
            [sys.executable, str(program), str(self.port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 30
        while True:
            try:
                urlopen(f"{self.url}/.well-known/openid-configuration", timeout=2).close()
                return
            except URLError:
                assert time.monotonic() < deadline, "the provider did not start"
                time.sleep(0.1)

    def put(self, path: str, content: dict[str, object]) -> None:
        """Tell it of a person (``/users/KEY``), or turn it (``/turn``)."""
        told = {"content-type": "application/json"}
        urlopen(Request(self.url + path, json.dumps(content).encode(), told, method="PUT"), timeout=5).close()

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(timeout=10)


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """The provider, with one person a role, one by the list of people, and one without any role."""
    started = Provider()
    for role in ROLES:
        started.put(f"/users/{role}", {"name": f"Anna {role}", "groups": [f"net-{role}", "other"]})
    started.put("/users/listed", {"name": "Lia", "email": "Lia@Example.org", "email_verified": True})
    started.put("/users/nobody", {"name": "Nora"})
    yield started
    started.stop()


@pytest.fixture(autouse=True)
def _usual(provider: Provider) -> None:
    provider.put("/turn", {"seconds": 3600, "is_forging": False})


@pytest.fixture(scope="module")
def server(demo_store: Store, provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard that one signs in to at the provider; a second provider, "gone", is not there."""
    port, secrets = free_port(), tmp_path_factory.mktemp("secrets") / "secrets.toml"
    roles = "\n".join(f'{role} = ["net-{role}"]' for role in ROLES)
    secrets.write_text(
        f"""
        [auth]
        redirect_uri = "http://localhost:{port}/oauth2callback"
        cookie_secret = "{SECRET}"
        client_id = "dashboard"
        client_secret = "secret"
        server_metadata_url = "{provider.url}/.well-known/openid-configuration"
        [auth.gone]
        client_id = "dashboard"
        client_secret = "secret"
        server_metadata_url = "http://localhost:{free_port()}/.well-known/openid-configuration"
        [access]
        claim = "groups"
        [access.roles]
        {roles}
        [access.people]
        "lia@example.org" = "ministry"
        """,
        "utf-8",
    )
    started = Server(demo_store, port=port, secrets=secrets)
    yield started
    started.stop()


@pytest.fixture
def context(browser: Browser, provider: Provider) -> Iterator[BrowserContext]:
    """A fresh browser. The provider's own pages ask for a style sheet elsewhere, which they do not get."""
    opened = browser.new_context(viewport={"width": 1440, "height": 900})
    outside: list[str] = []

    def decide(route, request):
        if request.url.startswith(("http://localhost:", "data:", "blob:")):
            route.continue_()
            return
        if not request.frame.url.startswith(provider.url):
            outside.append(request.url)
        route.abort()

    opened.route("**/*", decide)
    yield opened
    opened.close()
    assert outside == []


def _open(context: BrowserContext, server: Server, page: str = "methodology", query: str = "") -> Page:
    visitor = context.new_page()
    visitor.goto(f"{server.url}/{page}{query}")
    return visitor


def _sign_in(visitor: Page, server: Server, person: str) -> None:
    visitor.get_by_role("button", name=DE.text("sign_in.into"), exact=True).first.click(timeout=WAIT)
    visitor.locator("input[name=sub]").fill(person, timeout=WAIT)
    visitor.get_by_role("button", name="Authorize").click()
    visitor.wait_for_url(f"{server.url}/**", timeout=WAIT)


def _title(visitor: Page, text: str) -> None:
    expect(visitor.get_by_role("heading", level=1)).to_have_text(text, timeout=WAIT)


def _is_refused(visitor: Page, page: str = "intake") -> None:
    _title(visitor, DE.text(f"{page}.navigation"))
    expect(visitor.get_by_text(HELD_BACK)).to_be_visible(timeout=WAIT)
    expect(visitor.get_by_test_id("stFileUploader")).to_have_count(0)


def _menu(visitor: Page) -> None:
    visitor.locator("[class*=st-key-user_menu] button").first.click(timeout=WAIT)


def _cookies(context: BrowserContext) -> dict[str, str]:
    return {cookie["name"]: cookie["value"] for cookie in context.cookies()}


def test_signing_in_leads_back_to_the_page_and_signing_out_ends_it_in_every_tab(
    context: BrowserContext, server: Server, provider: Provider
):
    visitor = _open(context, server, "intake")
    _is_refused(visitor)
    _sign_in(visitor, server, "management")
    _title(visitor, DE.text("intake.question"))
    assert visitor.url == f"{server.url}/intake"
    other = _open(context, server, "intake")
    _title(other, DE.text("intake.question"))
    copied = _cookies(context)
    _menu(visitor)
    expect(visitor.get_by_text("Anna management").last).to_be_visible()
    visitor.get_by_role("button", name=DE.text("sign_in.out")).click()
    visitor.get_by_role("button", name="End session").click(timeout=WAIT)
    visitor.wait_for_url(f"{server.url}/", timeout=WAIT)
    assert not any(name.startswith(USER) for name in _cookies(context))
    visitor.goto(f"{server.url}/intake")
    _is_refused(visitor)
    _is_refused(other)
    for name, value in copied.items():
        context.add_cookies([{"name": name, "value": value, "url": server.url}])
    visitor.reload()
    _is_refused(visitor)


@pytest.mark.parametrize("person", ["listed", "staff", "nobody"])
def test_a_role_sees_its_pages_only(context: BrowserContext, server: Server, person: str):
    role = {"listed": "ministry", "nobody": "public"}.get(person, person)
    visitor = _open(context, server, "intake")
    _sign_in(visitor, server, person)
    expect(visitor.locator("[class*=st-key-user_menu]")).to_be_visible(timeout=WAIT)
    _is_refused(visitor)
    links = "\n".join(visitor.get_by_test_id("stSidebarNav").get_by_role("link").all_inner_texts())
    for page in PAGES:
        assert (DE.text(f"{page}.navigation") in links) is may_see(role, page)
    assert visitor.get_by_text(DE.text("sign_in.no_role")).is_visible() is (person == "nobody")
    assert context.request.put(f"{server.url}/_stcore/upload_file/session/file").status == 403
    assert context.request.get(f"{server.url}/_stcore/metrics").status == 403


def test_a_sign_in_ends_with_its_token(context: BrowserContext, server: Server, provider: Provider):
    provider.put("/turn", {"seconds": 5})
    visitor = _open(context, server, "intake")
    _sign_in(visitor, server, "management")
    _title(visitor, DE.text("intake.question"))
    expect(visitor.get_by_text(DE.text("sign_in.expired"))).to_be_visible(timeout=WAIT)
    _is_refused(visitor)
    assert USER in _cookies(context)
    visitor.reload()
    _is_refused(visitor)
    assert not any(name.startswith(f"{USER}") for name in _cookies(context))
    upload = context.request.put(f"{server.url}/_stcore/upload_file/session/file")
    assert upload.status == 403


def test_a_token_signed_with_another_key_is_no_sign_in(context: BrowserContext, server: Server, provider: Provider):
    provider.put("/turn", {"is_forging": True})
    visitor = _open(context, server, "intake")
    _sign_in(visitor, server, "management")
    expect(visitor.get_by_text(DE.text("sign_in.failed"))).to_be_visible(timeout=WAIT)
    _is_refused(visitor)
    assert USER not in _cookies(context)


def _as_sent(server: Server, cookie: str) -> str:
    """The page "intake" as it is sent to a browser with this cookie, and with the proof that it may use it."""
    token = generate_xsrf_token_string()
    cookies = {"cookie": f"_streamlit_xsrf={token}; {USER}={cookie}"}
    return page_as_sent(server.port, "intake", origin=server.url, headers=cookies, tokens=token)


def _status(server: Server, cookie: str) -> int:
    """What a route for the management only answers to somebody with this cookie."""
    try:
        return int(urlopen(Request(f"{server.url}/_stcore/metrics", None, {"cookie": f"{USER}={cookie}"})).status)
    except HTTPError as refused:
        return refused.code


def test_a_forged_cookie_is_no_sign_in(context: BrowserContext, server: Server):
    now = int(time.time())
    claims = {
        "origin": server.url, "is_logged_in": True, "provider": "default", "sub": "x",
        "groups": ["net-management"], "iat": now, "exp": now + 3600,
    }  # fmt: skip

    def signed(secret: str = SECRET, name: str = USER, **others: object) -> str:
        return create_signed_value(secret, name, json.dumps({**claims, **others})).decode()

    genuine, mine = signed(), signed(groups=["net-ministry"])
    assert DE.text("intake.upload") in _as_sent(server, genuine)
    assert HELD_BACK in _as_sent(server, mine)
    assert _status(server, genuine) == 200
    foreign = signed("another secret of forty letters, or about")
    forged = {
        "signed with another secret": foreign,
        "another content under a signature of ours": f"{genuine.split('.', 1)[0]}.{mine.split('.', 1)[1]}",
        "the signature cut": genuine[:-3],
        "the signature changed": f"{genuine[:-3]}{'AAA' if not genuine.endswith('AAA') else 'BBB'}",
        "signed for another cookie": signed(name="_streamlit_user_tokens"),
        "not signed": json.dumps(claims),
        "over": signed(exp=now - 1),
        "without an end": signed(exp=None),
        "of another site": signed(origin="https://dashboard.example"),
    }
    for what, cookie in forged.items():
        text = _as_sent(server, cookie)
        assert HELD_BACK in text, what
        assert DE.text("intake.upload") not in text, what
        assert _status(server, cookie) == 403, what
    context.add_cookies([{"name": USER, "value": foreign, "url": server.url}])
    visitor = _open(context, server, "intake")
    _is_refused(visitor)
    expect(visitor.get_by_role("button", name=DE.text("sign_in.into"), exact=True).first).to_be_visible()
    assert USER not in _cookies(context)
    assert context.request.put(f"{server.url}/_stcore/upload_file/session/file").status == 403


def test_the_management_looks_with_the_ministrys_eyes_and_back(context: BrowserContext, server: Server):
    visitor = _open(context, server)
    _sign_in(visitor, server, "management")
    _menu(visitor)
    visitor.get_by_role("button", name=DE.text("sign_in.view_ministry")).click()
    banner = visitor.locator(".st-key-view_banner")
    expect(banner).to_contain_text(DE.text("sign_in.view_ministry"), timeout=WAIT)
    visitor.wait_for_url("**view=ministry**", timeout=WAIT)
    navigation = visitor.get_by_test_id("stSidebarNav")
    expect(navigation.get_by_role("link", name=DE.text("intake.navigation"))).to_have_count(0)
    for page in ("organisations", "growth", "methodology"):
        navigation.get_by_role("link", name=DE.text(f"{page}.navigation")).click()
        visitor.wait_for_url(f"**/{page}?**view=ministry**", timeout=WAIT)
        expect(banner).to_be_in_viewport(timeout=WAIT)
    visitor.goto(f"{server.url}/intake?view=ministry")
    _is_refused(visitor)
    expect(banner).to_be_visible()
    visitor.get_by_role("button", name=DE.text("sign_in.view_back")).click()
    _title(visitor, DE.text("intake.question"))
    expect(banner).to_have_count(0)
    assert "view" not in visitor.url


def test_no_address_raises_the_ministry(context: BrowserContext, server: Server):
    visitor = _open(context, server, "intake")
    _sign_in(visitor, server, "ministry")
    expect(visitor.locator("[class*=st-key-user_menu]")).to_be_visible(timeout=WAIT)
    for query in ("view=management", "view=public&role=management&audience=management"):
        visitor.goto(f"{server.url}/intake?{query}")
        _is_refused(visitor)
        expect(visitor.locator(".st-key-view_banner")).to_have_count(0)


def test_a_sign_in_that_fails_is_told_in_words(context: BrowserContext, server: Server):
    visitor = _open(context, server, "methodology", "?lang=en")
    visitor.get_by_role("button", name="Sign in: gone").click(timeout=WAIT)
    expect(visitor.get_by_text(Language("en").text("sign_in.unreachable"))).to_be_visible(timeout=WAIT)
    assert visitor.url == f"{server.url}/methodology?lang=en"
    visitor.get_by_role("button", name="Sign in", exact=True).click()
    visitor.get_by_role("button", name="Deny").click(timeout=WAIT)
    expect(visitor.get_by_text(Language("en").text("sign_in.failed"))).to_be_visible(timeout=WAIT)


def test_the_menu_fits_a_phone(context: BrowserContext, server: Server):
    visitor = _open(context, server)
    visitor.set_viewport_size({"width": 390, "height": 844})
    way_in = visitor.get_by_role("button", name=DE.text("sign_in.into"), exact=True)
    expect(way_in).to_be_in_viewport(ratio=1, timeout=WAIT)
    _sign_in(visitor, server, "management")
    _menu(visitor)
    chosen = visitor.get_by_role("button", name=DE.text("sign_in.view_public"))
    expect(chosen).to_be_in_viewport(timeout=WAIT)
    chosen.click()
    expect(visitor.locator(".st-key-view_banner")).to_be_in_viewport(timeout=WAIT)
    assert visitor.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390


def _is_public(text: str) -> bool:
    elsewhere = "Ohne Anmeldung eingerichtet" in text
    assert elsewhere is (HELD_BACK in text)
    assert elsewhere is not (DE.text("intake.upload") in text)
    return elsewhere


def test_without_a_sign_in_everything_is_open_on_this_machine_only(demo_server: Server):
    port = demo_server.port
    assert not _is_public(page_as_sent(port, "intake"))
    assert not _is_public(page_as_sent(port, "intake", origin=f"http://localhost:{port}"))
    assert not _is_public(page_as_sent(port, "intake", host=f"127.0.0.1:{port}"))
    assert _is_public(page_as_sent(port, "intake", host=f"dashboard.example:{port}"))
    for name in ("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"):
        assert _is_public(page_as_sent(port, "intake", headers={name: "127.0.0.1"}))
    for name in ("Host", "X-Forwarded-For"):
        asked = Request(f"{demo_server.url}/_stcore/metrics", headers={name: "dashboard.example"})
        with pytest.raises(URLError, match="403"):
            urlopen(asked, timeout=5)
    for origin in ("http://evil.example", "http://localhost:1", "null"):
        with pytest.raises(InvalidStatus, match="403"):
            page_as_sent(port, origin=origin)


def test_without_a_sign_in_a_server_for_all_addresses_is_public_even_here(demo_store: Store):
    server = Server(demo_store, address="0.0.0.0")
    try:
        assert _is_public(page_as_sent(server.port, "intake"))
    finally:
        server.stop()


def test_secrets_that_are_not_understood_open_nothing(demo_store: Store, tmp_path: Path):
    secrets = tmp_path / "secrets.toml"
    secrets.write_text("[auth\n", "utf-8")
    server = Server(demo_store, secrets=secrets)
    try:
        text = page_as_sent(server.port, "intake")
        assert HELD_BACK in text
        assert DE.text("sign_in.misconfigured") in text
        secrets.write_text('[access]\nclaim = "roles"\n', "utf-8")
        text = page_as_sent(server.port, "intake")
        assert "keinen Abschnitt" in text.replace("\\", "")
    finally:
        server.stop()
