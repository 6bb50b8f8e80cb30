"""Who may do what, as the secrets say it: the sections ``[auth]`` and ``[access]``, read strictly.

A word that is not understood gives nobody any right: it is an error with a sentence, never skipped.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args
from urllib.parse import urlsplit

from analytics.errors import DashboardError

Role = Literal["management", "ministry", "staff", "public"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the one that may most: of several that somebody has, the first counts."""

_CALLBACK = "/oauth2callback"
_OF_PROVIDER = ("client_id", "client_secret", "server_metadata_url")
_OF_AUTH = ("redirect_uri", "cookie_secret", "expose_tokens", "client_kwargs", *_OF_PROVIDER)
_OF_ACCESS = ("claim", "longest_hours", "roles", "people")
_SHORTEST_SECRET = 32
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class AccessError(DashboardError):
    """The settings of the sign-in are not understood, or somebody asked for what their role may not do."""


@dataclass(frozen=True)
class AccessSettings:
    """``providers`` can be signed in at; none where no sign-in is set up ("default" is the one without a name).

    ``claim`` names what in a sign-in holds a person's roles, ``values`` by which of its values each role is meant.
    ``people`` gives a role to single persons, by the provider's key or the checked e-mail address in small letters.
    No sign-in lasts longer than ``longest_hours``. With a ``fault`` nothing else counts.
    """

    providers: tuple[str, ...] = ()
    claim: str = "roles"
    values: Mapping[Role, frozenset[str]] = field(default_factory=lambda: {role: frozenset({role}) for role in ROLES})
    people: Mapping[str, Role] = field(default_factory=dict)
    longest_hours: float | None = None
    is_encrypted: bool = False
    fault: AccessError | None = None


def settings_in(secrets: Mapping[str, object]) -> AccessSettings:
    """What ``secrets`` say of signing in; a mistake in them is the ``fault``."""
    try:
        return _read(secrets)
    except AccessError as fault:
        return AccessSettings(fault=fault)


def _read(secrets: Mapping[str, object]) -> AccessSettings:
    if "auth" not in secrets:
        if "access" in secrets:
            raise AccessError("access_without_auth")
        return AccessSettings()
    auth = _section(secrets, "auth", "auth")
    chosen = _section(secrets, "access", "access") if "access" in secrets else {}
    for key in chosen:
        if key not in _OF_ACCESS:
            raise AccessError("access_unknown_key", where=f"access.{key}", known=", ".join(_OF_ACCESS))
    usual = AccessSettings()
    return AccessSettings(
        providers=_providers(auth),
        claim=_text(chosen, "claim", "access") if "claim" in chosen else usual.claim,
        values=_values(chosen) if "roles" in chosen else usual.values,
        people=_people(chosen) if "people" in chosen else usual.people,
        longest_hours=_hours(chosen) if "longest_hours" in chosen else None,
        is_encrypted=_redirect(auth).startswith("https://"),
    )


def _providers(auth: Mapping[str, object]) -> tuple[str, ...]:
    secret = _text(auth, "cookie_secret", "auth")
    if len(secret) < _SHORTEST_SECRET or len(set(secret)) < 8:
        raise AccessError("access_weak_secret", fewest=_SHORTEST_SECRET)
    named = {name: section for name, section in auth.items() if isinstance(section, Mapping) and name not in _OF_AUTH}
    for name, section in named.items():
        if "_" in name:
            raise AccessError("access_provider_name", name=name)
        _check_provider(section, f"auth.{name}")
    if named and not any(key in auth for key in _OF_PROVIDER):
        return tuple(named)
    _check_provider(auth, "auth")
    return ("default", *named)


def _check_provider(section: Mapping[str, object], path: str) -> None:
    for key in _OF_PROVIDER:
        _text(section, key, path)
    _web_address(_text(section, "server_metadata_url", path), f"{path}.server_metadata_url")


def _redirect(auth: Mapping[str, object]) -> str:
    address = _text(auth, "redirect_uri", "auth")
    if not address.endswith(_CALLBACK):
        raise AccessError("access_callback", ending=_CALLBACK)
    _web_address(address.replace("{port}", "1"), "auth.redirect_uri")
    return address


def _web_address(address: str, key: str) -> None:
    """An address that may be read by others on its way must be encrypted; on this machine there are no others."""
    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _THIS_MACHINE):
        raise AccessError("access_not_encrypted", where=key)


def _values(chosen: Mapping[str, object]) -> dict[Role, frozenset[str]]:
    found: dict[Role, frozenset[str]] = {}
    for name, given in _section(chosen, "roles", "access.roles").items():
        values = [given] if isinstance(given, str) else given
        if not isinstance(values, list) or not values or not all(isinstance(one, str) and one for one in values):
            raise AccessError("access_role_values", where=f"access.roles.{name}")
        found[_role(name, "access.roles")] = frozenset(values)
    return found


def _people(chosen: Mapping[str, object]) -> dict[str, Role]:
    people = {}
    for person, role in _section(chosen, "people", "access.people").items():
        key = person.strip().lower() if "@" in person else person
        people[key] = _role(role, f"access.people.{person}")
    return people


def _hours(chosen: Mapping[str, object]) -> float:
    hours = chosen["longest_hours"]
    if isinstance(hours, bool) or not isinstance(hours, int | float) or not 0 < hours <= 720:
        raise AccessError("access_hours")
    return float(hours)


def _role(name: object, key: str) -> Role:
    found = next((role for role in ROLES if role == name), None)
    if found is None:
        raise AccessError("access_unknown_role", where=key, role=name, known=", ".join(ROLES))
    return found


def _section(within: Mapping[str, object], name: str, path: str) -> Mapping[str, object]:
    section = within[name]
    if not isinstance(section, Mapping):
        raise AccessError("access_not_a_section", where=path)
    return section


def _text(section: Mapping[str, object], key: str, path: str) -> str:
    value = section.get(key)
    if not isinstance(value, str) or not value.strip():
        raise AccessError("access_missing_text", where=f"{path}.{key}")
    return value
