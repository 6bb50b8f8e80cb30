"""Who somebody is, case by case: the request, the sign-in and the settings are written out, the answer by hand."""

import math

import hypothesis
import pytest
from hypothesis import strategies as some

from pages.access.access_settings import ROLES, AccessSettings, settings_in
from pages.access.request_origin import RequestOrigin, is_here
from pages.access.role import AUDIENCE_OF, LOOKS, ROLES_OF_PAGE, Access, access, ends, may_see, seen_with

NOW = 1_800_000_000.0
SECRETS = {
    "auth": {
        "redirect_uri": "https://dashboard.example/oauth2callback",
        "cookie_secret": "0123456789abcdefghijklmnopqrstuvwxyz",
        "client_id": "dashboard",
        "client_secret": "secret",
        "server_metadata_url": "https://login.example/.well-known/openid-configuration",
    }
}
WITH_SIGN_IN = settings_in(SECRETS)
WITHOUT = settings_in({})
BROWSER = {
    "host": "localhost:8501",
    "origin": "http://localhost:8501",
    "user-agent": "Mozilla/5.0",
    "accept-language": "de",
    "upgrade": "websocket",
    "connection": "Upgrade",
    "sec-websocket-version": "13",
    "sec-websocket-protocol": "streamlit, token",
    "sec-fetch-site": "same-origin",
    "cookie": "_streamlit_xsrf=1",
    "cache-control": "no-cache",
    "pragma": "no-cache",
    "dnt": "1",
    "priority": "u=0",
}


def arrival(peer="127.0.0.1", bound_to="localhost", without=(), **headers):
    given = {name: value for name, value in BROWSER.items() if name not in without}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    return RequestOrigin(tuple(given.items()), peer, bound_to)


def claims(**others):
    return {"is_logged_in": True, "sub": "a1", "iat": NOW - 600, "exp": NOW + 600, "name": "Anna Berg", **others}


def settings(**chosen):
    found = settings_in({**SECRETS, "access": chosen})
    assert found.fault is None
    return found


@pytest.mark.parametrize(
    "asked",
    [
        arrival(),
        arrival(without=["origin"]),
        arrival(host="127.0.0.1:8501", origin="http://127.0.0.1:8501"),
        arrival(host="[::1]:8501", origin="http://[::1]:8501", peer="::1", bound_to="::1"),
        arrival(host="LOCALHOST:8501"),
        arrival(host="localhost", origin="http://localhost"),
        arrival(host="localhost", origin="http://localhost:80"),
        arrival(bound_to="127.0.0.1"),
        arrival(bound_to="127.8.0.1"),
    ],
)
def test_everything_is_open_on_this_machine(asked):
    assert access(asked, {}, WITHOUT, NOW) == Access("management", "this_machine")


@pytest.mark.parametrize(
    "asked",
    [
        arrival(bound_to=None),
        arrival(bound_to="0.0.0.0"),
        arrival(bound_to="::"),
        arrival(bound_to=""),
        arrival(bound_to="192.168.1.5"),
        arrival(bound_to="dashboard.example"),
        arrival(bound_to="unix:///run/dashboard.sock"),
        arrival(peer=None),
        arrival(peer="192.168.1.7"),
        arrival(peer="localhost.evil.example"),
        arrival(without=["host"]),
        arrival(host=""),
        arrival(host="dashboard.example"),
        arrival(host="localhost.evil.example"),
        arrival(host="evil.example:8501", origin="http://evil.example:8501"),  # a name bound anew to 127.0.0.1
        arrival(host="localhost:8501@evil.example"),
        arrival(host="localhost, evil.example"),
        arrival(host="127.0.0.1.nip.io"),
        arrival(host="127.1"),
        arrival(host="0.0.0.0:8501"),
        arrival(host="::1"),
        arrival(host="localhost:8501\n"),
        arrival(origin="http://evil.example"),
        arrival(origin="http://localhost:3000"),  # another program of this machine
        arrival(origin="null"),
        arrival(origin=""),
        arrival(origin="localhost:8501"),
        RequestOrigin((("host", "localhost:8501"), ("host", "dashboard.example")), "127.0.0.1", "localhost"),
        RequestOrigin((), "127.0.0.1", "localhost"),
        RequestOrigin(),
    ],
)
def test_elsewhere_without_a_sign_in_is_the_public(asked):
    assert access(asked, {}, WITHOUT, NOW) == Access("public", "elsewhere")


@pytest.mark.parametrize(
    "name",
    [
        "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "x-forwarded-proto", "X-FORWARDED-SERVER",
        "X_Forwarded_For", "X-Real-IP", "X-Original-URL", "X-Client-IP", "X-Cluster-Client-Ip", "True-Client-IP",
        "CF-Connecting-IP", "Fly-Client-IP", "Fastly-Client-IP", "CDN-Loop", "X-Amzn-Trace-Id", "X-ARR-SSL",
        "X-Azure-ClientIP", "X-Envoy-External-Address", "Proxy-Authorization", "X-Scheme", "X-Remote-User",
        "Tailscale-User-Login", "X-Ms-Forwarded-Client-Cert", "X-Ms-Client-Principal", "X-Goog-Authenticated-User-Email",
        "Cf-Access-Jwt-Assertion", "X-Pomerium-Claim-Email", "Ngrok-Trace-Id", "X-Request-Id", "Traceparent", "Authorization",
    ],
)  # fmt: skip
def test_what_was_passed_on_is_elsewhere(name):
    given = arrival()
    assert is_here(given)
    assert not is_here(RequestOrigin((*given.headers, (name, "127.0.0.1")), given.peer, given.bound_to))
    assert not is_here(RequestOrigin((*given.headers, (name, "")), given.peer, given.bound_to))


@hypothesis.given(some.from_regex(r"[A-Za-z][A-Za-z0-9-]{2,30}", fullmatch=True))
def test_any_header_that_no_browser_sends_is_elsewhere(name):
    name, given = f"{name}-of-somebody", arrival()
    hypothesis.assume(not name.lower().startswith(("accept", "if-", "sec-", "access-control-request-", "x-streamlit-")))
    assert not is_here(RequestOrigin((*given.headers, (name, "1")), given.peer, given.bound_to))


def test_what_browsers_send_is_here():
    """As Chromium and Firefox send them to a page, a script's request and a WebSocket."""
    sent = (
        "User-Agent", "Accept", "Accept-Language", "Accept-Encoding", "Sec-Fetch-Mode", "Sec-Ch-Ua-Platform", "Cookie",
        "Upgrade-Insecure-Requests", "Connection", "Pragma", "Cache-Control", "Upgrade", "Sec-WebSocket-Key", "Priority",
        "Sec-WebSocket-Protocol", "If-None-Match", "Content-Type", "Content-Length", "Range", "DNT", "Sec-GPC", "Referer",
    )  # fmt: skip
    given = arrival()
    assert is_here(RequestOrigin((*given.headers, *((name, "1") for name in sent)), given.peer, given.bound_to))


def test_a_claim_of_being_signed_in_opens_nothing_where_no_sign_in_is_set_up():
    asked = arrival(host="dashboard.example")
    assert access(asked, claims(roles=["management"]), WITHOUT, NOW) == Access("public", "elsewhere")


def test_with_a_sign_in_this_machine_is_like_any_other():
    assert access(arrival(), {}, WITH_SIGN_IN, NOW) == Access("public", "signed_out")


@pytest.mark.parametrize(
    "given", [{}, {"is_logged_in": False}, {"is_logged_in": "true"}, {"is_logged_in": 1}, {"is_logged_in": None}]
)
def test_only_a_true_sign_in_is_one(given):
    asked = {**claims(roles=["management"]), "is_logged_in": None, **given}
    assert access(arrival(), asked, WITH_SIGN_IN, NOW) == Access("public", "signed_out")


@pytest.mark.parametrize(
    ("given", "role", "ground"),
    [
        ({"roles": ["management"]}, "management", "signed_in"),
        ({"roles": "management"}, "management", "signed_in"),
        ({"roles": ["ministry"]}, "ministry", "signed_in"),
        ({"roles": ["staff"]}, "staff", "signed_in"),
        ({"roles": ["public"]}, "public", "signed_in"),
        ({"roles": ["staff", "ministry"]}, "ministry", "signed_in"),
        ({"roles": ["public", "management"]}, "management", "signed_in"),
        ({}, "public", "no_role"),
        ({"roles": []}, "public", "no_role"),
        ({"roles": ["Management"]}, "public", "no_role"),
        ({"roles": ["managements", "offline_access"]}, "public", "no_role"),
        ({"roles": "management ministry"}, "public", "no_role"),
        ({"roles": {"management": True}}, "public", "no_role"),
        ({"roles": [["management"]]}, "public", "no_role"),
        ({"roles": True}, "public", "no_role"),
        ({"groups": ["management"]}, "public", "no_role"),
    ],
)
def test_the_claim_gives_the_role(given, role, ground):
    found = access(arrival(host="dashboard.example"), claims(**given), WITH_SIGN_IN, NOW)
    assert found == Access(role, ground, "Anna Berg", NOW + 600)


def test_a_claim_of_another_name_and_other_values():
    chosen = settings(claim="groups", roles={"management": ["net-lead", "net-deputy"], "ministry": "mwide"})
    assert access(arrival(), claims(groups=["mwide"]), chosen, NOW).role == "ministry"
    assert access(arrival(), claims(groups=["x", "net-deputy"]), chosen, NOW).role == "management"
    assert access(arrival(), claims(groups=["management"]), chosen, NOW).role == "public"
    assert access(arrival(), claims(roles=["net-lead"]), chosen, NOW).role == "public"


def test_a_claim_within_others():
    chosen = settings(claim="realm_access.roles")
    assert access(arrival(), claims(realm_access={"roles": ["ministry"]}), chosen, NOW).role == "ministry"
    assert access(arrival(), claims(realm_access=["ministry"]), chosen, NOW).role == "public"
    assert access(arrival(), claims(**{"realm_access.roles": ["ministry"]}), chosen, NOW).role == "ministry"


def test_a_list_gives_single_people_a_role():
    chosen = settings(people={"Anna.Berg@Example.org": "ministry", "a1": "staff", "0-f-7": "management"})
    checked = {"email": "anna.berg@example.ORG", "email_verified": True}
    assert access(arrival(), claims(sub="x", **checked), chosen, NOW).role == "ministry"
    assert access(arrival(), claims(), chosen, NOW).role == "staff"
    assert access(arrival(), claims(oid="0-f-7"), chosen, NOW).role == "management"
    assert access(arrival(), claims(sub="A1"), chosen, NOW).role == "public"
    assert access(arrival(), claims(sub="x", name="0-f-7", preferred_username="a1"), chosen, NOW).role == "public"


@pytest.mark.parametrize("checked", [{}, {"email_verified": False}, {"email_verified": "true"}, {"email_verified": 1}])
def test_an_address_that_nobody_checked_is_nobodys(checked):
    chosen = settings(people={"anna@example.org": "management"})
    given = claims(sub="x", email="anna@example.org", **checked)
    assert access(arrival(), given, chosen, NOW).role == "public"


def test_an_address_as_the_providers_key_is_no_checked_address():
    """A person who may choose their own key at the provider could else choose somebody's address."""
    chosen = settings(people={"anna@example.org": "management"})
    assert access(arrival(), claims(sub="anna@example.org"), chosen, NOW).role == "public"


@pytest.mark.parametrize(
    "exp", [NOW, NOW - 1, 0, -1, None, "2027-01-01", str(NOW + 600), True, math.nan, math.inf, [NOW + 600]]
)
def test_a_token_that_is_over_or_does_not_say_is_no_sign_in(exp):
    assert access(arrival(), claims(roles=["management"], exp=exp), WITH_SIGN_IN, NOW) == Access("public", "expired")


def test_a_token_holds_to_its_last_moment():
    assert access(arrival(), claims(roles=["ministry"], exp=NOW + 0.5), WITH_SIGN_IN, NOW).role == "ministry"


def test_no_sign_in_lasts_longer_than_is_set():
    """Signed in ten minutes ago, for a day: at most half an hour ends in 20 minutes, at most six minutes is over."""
    day = claims(roles=["ministry"], exp=NOW + 86_400)
    assert ends(day, settings(longest_hours=0.5)) == NOW + 1200
    assert ends(day, settings(longest_hours=48)) == NOW + 86_400
    assert access(arrival(), day, settings(longest_hours=0.1), NOW) == Access("public", "expired")
    assert access(arrival(), {**day, "iat": None}, settings(longest_hours=0.5), NOW) == Access("public", "expired")


@pytest.mark.parametrize(
    ("name", "shown"), [("Anna  Berg\n", "Anna Berg"), ("", None), (None, None), (["A"], None), ("x" * 99, "x" * 60)]
)
def test_the_name_is_short_or_absent(name, shown):
    assert access(arrival(), claims(name=name), WITH_SIGN_IN, NOW).name == shown


@pytest.mark.parametrize("given", [{}, claims(roles=["management"])])
def test_settings_that_are_not_understood_open_nothing(given):
    broken = settings_in({"auth": {}})
    assert access(arrival(), given, broken, NOW) == Access("public", "misconfigured")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("look", [*ROLES, None, "", "admin", 1, ["ministry"]])
def test_only_the_management_looks_with_other_eyes(role, look):
    expected = look if role == "management" and look in ("ministry", "public") else role
    assert seen_with(role, look) == expected


def test_who_sees_which_page():
    seen = {role: {page for page in ROLES_OF_PAGE if may_see(role, page)} for role in ROLES}
    for_all = {"overview", "growth", "events", "cooperation", "organisations", "region", "methodology"}
    assert seen["public"] == for_all
    assert seen["staff"] == for_all | {"evening"}
    assert seen["ministry"] == for_all | {"progress"}
    assert seen["management"] == for_all | {"progress", "evening", "intake"}
    assert may_see("management", "unheard_of")
    assert not may_see("ministry", "unheard_of")


def test_every_role_has_an_audience_of_the_warehouse():
    assert AUDIENCE_OF == {"management": "management", "ministry": "ministry", "staff": "public", "public": "public"}
    assert set(LOOKS) < set(ROLES)


def test_without_a_word_of_signing_in_none_is_set_up():
    assert AccessSettings() == WITHOUT
    assert settings_in({"other": {"auth": 1}}).providers == ()
