"""The secrets that set up the sign-in: what they may say, and the sentence for each mistake in them."""

import tomllib
from copy import deepcopy
from pathlib import Path

import pytest

from pages.access.access_settings import settings_in

ROOT = Path(__file__).parents[3]
AUTH = {
    "redirect_uri": "https://dashboard.example/oauth2callback",
    "cookie_secret": "0123456789abcdefghijklmnopqrstuvwxyz",
    "client_id": "dashboard",
    "client_secret": "secret",
    "server_metadata_url": "https://login.example/.well-known/openid-configuration",
}
SHARED = {name: AUTH[name] for name in ("redirect_uri", "cookie_secret")}
OWN = {name: AUTH[name] for name in ("client_id", "client_secret", "server_metadata_url")}


def test_one_provider_or_several():
    assert settings_in({"auth": AUTH}).providers == ("default",)
    assert settings_in({"auth": {**SHARED, "city": OWN, "state": OWN}}).providers == ("city", "state")
    assert settings_in({"auth": {**AUTH, "state": OWN, "client_kwargs": {"prompt": "login"}}}).providers == (
        "default",
        "state",
    )


def test_what_is_not_said_is_usual():
    found = settings_in({"auth": AUTH})
    assert (found.claim, found.longest_hours, dict(found.people)) == ("roles", None, {})
    assert found.values["ministry"] == {"ministry"}
    assert found.is_encrypted


def test_on_this_machine_nothing_needs_encryption():
    here = {**AUTH, "redirect_uri": "http://localhost:{port}/oauth2callback"}
    here["server_metadata_url"] = "http://127.0.0.1:9000/.well-known/openid-configuration"
    found = settings_in({"auth": here})
    assert found.fault is None
    assert not found.is_encrypted


@pytest.mark.parametrize(
    ("path", "value", "word"),
    [
        ("auth", "yes", "auth must be a section"),
        ("auth.redirect_uri", None, "auth.redirect_uri is missing"),
        ("auth.redirect_uri", "https://dashboard.example/", "must end with /oauth2callback"),
        ("auth.redirect_uri", "http://dashboard.example/oauth2callback", "auth.redirect_uri must begin with https://"),
        ("auth.redirect_uri", "http://localhost.example/oauth2callback", "auth.redirect_uri must begin with https://"),
        ("auth.cookie_secret", None, "auth.cookie_secret is missing"),
        ("auth.cookie_secret", "short", "at least 32 random characters"),
        ("auth.cookie_secret", "a" * 64, "at least 32 random characters"),
        ("auth.client_id", None, "auth.client_id is missing"),
        ("auth.client_secret", 5, "auth.client_secret is missing, or it is no text"),
        ("auth.client_secret", " ", "auth.client_secret is missing"),
        ("auth.server_metadata_url", None, "auth.server_metadata_url is missing"),
        ("auth.server_metadata_url", "http://login.example", "auth.server_metadata_url must begin with https://"),
        ("auth.state", {"client_id": "x"}, "auth.state.client_secret is missing"),
        ("auth.my_state", OWN, "auth.my_state must not contain an underscore"),
        ("access", "management", "access must be a section"),
        ("access.role", {}, "access.role is unknown. Known are: claim, longest_hours, roles, people"),
        ("access.claim", ["roles"], "access.claim is missing, or it is no text"),
        ("access.longest_hours", "8", "access.longest_hours must be a number above 0"),
        ("access.longest_hours", 0, "access.longest_hours must be a number above 0"),
        ("access.longest_hours", True, "access.longest_hours must be a number above 0"),
        ("access.longest_hours", 721, "at most 720"),
        ("access.roles", ["management"], "access.roles must be a section"),
        ("access.roles", {"managment": ["x"]}, "names the unknown role “managment”"),
        ("access.roles", {"management": []}, "access.roles.management must be a text or a list of texts"),
        ("access.roles", {"management": [1]}, "access.roles.management must be a text or a list of texts"),
        ("access.people", {"a@b.de": "admin"}, "access.people.a@b.de names the unknown role “admin”"),
        ("access.people", {"a@b.de": ["management"]}, "names the unknown role"),
        ("access.people", "a@b.de", "access.people must be a section"),
    ],
)
def test_a_mistake_has_a_sentence_and_opens_nothing(path, value, word):
    secrets = {"auth": deepcopy(AUTH)}
    section, _, key = path.partition(".")
    if not key:
        secrets[section] = value
    elif value is None:
        del secrets[section][key]
    else:
        secrets.setdefault(section, {})[key] = value
    found = settings_in(secrets)
    assert found.providers == ()
    assert word in str(found.fault)
    assert found.fault.message("de").startswith("In den Geheimnissen")


def test_roles_for_a_sign_in_that_does_not_exist_are_a_mistake():
    assert "no section [auth]" in str(settings_in({"access": {"claim": "groups"}}).fault)


def test_the_example_is_understood_and_must_be_filled_in():
    """As it stands its secret is refused; with one of its own everything in it is right."""
    example = tomllib.loads((ROOT / ".streamlit" / "secrets.example.toml").read_text("utf-8"))
    assert "at least 32 random characters" in str(settings_in(example).fault)
    example["auth"]["cookie_secret"] = AUTH["cookie_secret"]
    found = settings_in(example)
    assert found.fault is None
    assert set(found.values) == {"management", "ministry", "staff"}
    assert len(found.people) > 0
