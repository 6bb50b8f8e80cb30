"""Who is there: what Streamlit and Starlette know of a visitor, put to :mod:`pages.access.role`."""

import json
import logging
import time
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.requests import HTTPConnection
from streamlit import config
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

from analytics.language import Language
from pages.access.access_settings import AccessError, AccessSettings, Role, settings_in
from pages.access.request_origin import RequestOrigin, is_here
from pages.access.revoked_sign_ins import REVOKED
from pages.access.role import Access, access, seen_with

VIEW = "view"
"""With whose eyes the management looks, in the address and in the session. It can take rights away, never give any."""
USER_COOKIE = "_streamlit_user"
"""Where Streamlit keeps a sign-in; longer ones go on in cookies that begin alike."""
OVER = "sign_in_over"
"""The cookie that stands in the place of a sign-in whose time has run out; a word for the visitor, no right."""
OUTCOME = "sign_in"
"""What became of an attempt to sign in, in the address of the page that it led back to."""
_LOG = logging.getLogger(__name__)


def current_user() -> Access:
    """Who the visitor of this run is, asked anew each time."""
    found = access(_arrival(), st.user.to_dict(), settings_now(), time.time())
    if found.ground == "elsewhere":
        _say_elsewhere()
    if found.ground == "signed_out" and OVER in st.context.cookies:
        return replace(found, ground="expired")
    return found


def role_now() -> Role:
    """The role as which this run shows and does everything."""
    return seen_with(current_user().role, st.session_state.get(VIEW))


def role_of(request: HTTPConnection) -> Role:
    """The role of whoever sends a request to one of the application's own routes."""
    return access_of(request).role


def access_of(request: HTTPConnection) -> Access:
    """Who sends a request, with the sign-in that its cookies prove; copies of one that was ended prove nothing."""
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw)
    arrival = RequestOrigin(headers, request.client.host if request.client else None, _bound_to())
    claims = claims_of(request)
    return access(arrival, {} if REVOKED.has(claims) else claims, settings_now(), time.time())


def may_write() -> bool:
    """Whether the visitor may bring data in, take it back, or write to targets."""
    return role_now() == "management"


def writer() -> str:
    """Who the ledger says made a change in the browser: the role of a sign-in, and never a person's name."""
    found = current_user()
    return f"dashboard ({found.role})" if found.ground == "signed_in" else "dashboard"


def require(*roles: Role) -> None:
    """Go on for these roles only.

    Raises:
        AccessError: if the visitor has none of them, or looks with the eyes of one who has not.
    """
    if role_now() not in roles:
        raise AccessError("not_allowed")


def claims_of(request: HTTPConnection) -> dict[str, object]:
    """What the provider says of whoever sends the request; empty where no cookie of ours, signed by us, says it."""

    def signed(name: str) -> bytes | None:
        value = request.cookies.get(name)
        return None if value is None else decode_signed_value(get_cookie_secret(), name, value)

    try:
        claims = json.loads(get_cookie_with_chunks(signed, USER_COOKIE) or b"{}")
    except ValueError:
        return {}
    is_ours = isinstance(claims, dict) and claims.get("origin") == get_origin_from_redirect_uri()
    return claims if is_ours else {}


def settings_now() -> AccessSettings:
    """The settings of the sign-in as the secrets have them now; a mistake in them is logged once."""
    if config.get_option("server.trustedUserHeaders"):
        settings = AccessSettings(fault=AccessError("access_headers"))
    else:
        try:
            settings = settings_in(_secrets())
        except (OSError, ValueError) as error:
            settings = AccessSettings(fault=AccessError("access_unreadable", cause=error))
    if settings.fault is not None:
        _say_fault(str(settings.fault))
    return settings


def reason_of_fault(language: Language) -> str | None:
    """What is wrong with the settings of the sign-in, for somebody on the server's own machine; None for others."""
    fault = settings_now().fault
    return fault.message(language.code) if fault is not None and is_here(_arrival()) else None


def _secrets() -> Mapping[str, object]:
    """The secrets; none where there is no file for them.

    Raises:
        OSError, ValueError: if there is a file, and it cannot be read. Then nobody knows what it asks for.
    """
    try:
        return st.secrets.to_dict()
    except FileNotFoundError:
        if any(Path(path).exists() for path in config.get_option("secrets.files")):
            raise
        return {}


def _arrival() -> RequestOrigin:
    """How the visitor's browser reached the server: the request that opened the connection this run answers."""
    headers = st.context.headers
    listed = tuple((name, value) for name in headers for value in headers.get_all(name))
    # Streamlit gives no address for this machine's own. Without a connection there are no headers either.
    return RequestOrigin(listed, st.context.ip_address or "127.0.0.1", _bound_to())


def _bound_to() -> str | None:
    """The address that the server listens on; None where another program than Streamlit has bound it."""
    started_by = getattr(config, "_server_mode", None)
    is_own = started_by in ("starlette-app", "starlette-app-direct")
    return config.get_option("server.address") if is_own else None


@cache
def _say_elsewhere() -> None:
    _LOG.warning(
        "No sign-in is set up, and a visitor came from elsewhere than this machine: such visitors get what the public "
        "may see. docs/guides/sign-in.md tells how to set it up."
    )


@cache
def _say_fault(sentence: str) -> None:
    _LOG.error("Nobody can sign in, and everybody gets what the public may see. %s", sentence)
