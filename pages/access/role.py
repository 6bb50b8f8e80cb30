"""Who somebody is to the dashboard: decided from the request and the sign-in alone; nothing here knows Streamlit.

A role is the lowest that is certain. What is missing, unreadable or over counts as nobody, and nobody is the public.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from pages.access.access_settings import ROLES, AccessSettings, Role
from pages.access.request_origin import RequestOrigin, is_here

Ground = Literal["signed_in", "no_role", "signed_out", "expired", "this_machine", "elsewhere", "misconfigured"]

AUDIENCE_OF: dict[Role, str] = {
    "management": "management",
    "ministry": "ministry",
    # What staff may do more than the public, the evening and the door, is pages: they stand in ROLES_OF_PAGE.
    "staff": "public",
    "public": "public",
}
"""The audience of the warehouse (``analytics.warehouse.AUDIENCES``) as which each role is shown the data."""

ROLES_OF_PAGE: dict[str, tuple[Role, ...]] = {
    "overview": ROLES,
    "growth": ROLES,
    "events": ROLES,
    "cooperation": ROLES,
    "organisations": ROLES,
    "region": ROLES,
    "progress": ("management", "ministry"),
    "evening": ("management", "staff"),
    "intake": ("management",),
    "methodology": ROLES,
}
"""Whom each page is for, by its address. A page that does not stand here is the management's only."""

LOOKS: tuple[Role, ...] = ("ministry", "public")
"""With whose eyes the management may look."""


@dataclass(frozen=True)
class Access:
    """``role`` is what counts, ``ground`` why; ``name`` is what the provider calls the person.

    ``ends_at`` is the moment (seconds since 1970) when a sign-in is over; None where nobody signed in.
    """

    role: Role
    ground: Ground
    name: str | None = None
    ends_at: float | None = None


def access(arrival: RequestOrigin, claims: Mapping[str, object], settings: AccessSettings, now: float) -> Access:
    """Who asks, at ``now`` (seconds since 1970), with the ``claims`` of a sign-in whose signature has been checked.

    With a provider in ``settings`` the sign-in alone decides. Without one, everything is open on this machine and
    nowhere else. With settings that are not understood, nobody is more than the public.
    """
    if settings.fault is not None:
        return Access("public", "misconfigured")
    if not settings.providers:
        return Access("management", "this_machine") if is_here(arrival) else Access("public", "elsewhere")
    if claims.get("is_logged_in") is not True:
        return Access("public", "signed_out")
    ends_at = ends(claims, settings)
    if ends_at is None or now >= ends_at:
        return Access("public", "expired")
    role = _role_in(claims, settings)
    return Access(role or "public", "signed_in" if role else "no_role", _name_in(claims), ends_at)


def ends(claims: Mapping[str, object], settings: AccessSettings) -> float | None:
    """When a sign-in is over (seconds since 1970): with its token, or before, at the longest that is set.

    None where the token does not say, and so cannot be believed.
    """
    expires = _moment(claims.get("exp"))
    if expires is None or settings.longest_hours is None:
        return expires
    issued = _moment(claims.get("iat"))
    return None if issued is None else min(expires, issued + settings.longest_hours * 3600)


def seen_with(role: Role, look: object) -> Role:
    """The role with whose eyes ``role`` looks: the management may choose another's, nobody else may choose."""
    return next((other for other in LOOKS if role == "management" and look == other), role)


def may_see(role: Role, page: str) -> bool:
    """Whether the page of that address is for ``role``."""
    return role in ROLES_OF_PAGE.get(page, ("management",))


def _role_in(claims: Mapping[str, object], settings: AccessSettings) -> Role | None:
    """The first of ``ROLES`` that the sign-in has, by its claim or by the list of people."""
    given = frozenset(_words(_claim(claims, settings.claim)))
    held = {role for role, values in settings.values.items() if values & given}
    held |= {role for person, role in settings.people.items() if person in _identities(claims)}
    return next((role for role in ROLES if role in held), None)


def _identities(claims: Mapping[str, object]) -> set[str]:
    """By what a list may know the person: the provider's key, and the e-mail address if the provider has checked it."""
    keys = (claims.get("sub"), claims.get("oid"))
    known = {key for key in keys if isinstance(key, str) and key and "@" not in key}
    email = claims.get("email")
    if isinstance(email, str) and "@" in email and claims.get("email_verified") is True:
        known.add(email.strip().lower())
    return known


def _claim(claims: Mapping[str, object], name: str) -> object:
    """The claim called ``name``; where there is none, what the name's parts lead to ("realm_access.roles")."""
    if name in claims:
        return claims[name]
    found: object = claims
    for part in name.split("."):
        if not isinstance(found, Mapping):
            return None
        found = found.get(part)
    return found


def _words(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return [value]
    return [word for word in value if isinstance(word, str)] if isinstance(value, list | tuple) else []


def _name_in(claims: Mapping[str, object]) -> str | None:
    name = claims.get("name")
    return " ".join(name.split())[:60] or None if isinstance(name, str) else None


def _moment(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if isfinite(value) else None
