"""The guess of what an organisation is, from its name: the rules of ``kinds.yaml`` as one SQL macro."""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from analytics.warehouse.sql import literal

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def plain_name(name: str) -> str:
    """A name as the rules read it, the same as the macro plain_name: small letters, no accents, other signs blanks."""
    spelled = unicodedata.normalize("NFC", name).lower().translate(_UMLAUTS)
    letters = "".join(sign for sign in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()


def kind_patterns() -> list[str]:
    """What the rules look for in a plain name, as regular expressions."""
    return [_pattern(rule) for rule in _rules()]


@cache
def kind_macro() -> str:
    """The statement that makes ``guessed_kind(name)``: a kind's token, or null where no rule fits."""
    cases = [
        f"when regexp_matches(plain_name(name), {literal(_pattern(rule))}) then {literal(rule['kind'])}"
        for rule in _rules()
    ]
    return f"create or replace macro guessed_kind(name) as case {' '.join(cases)} end"


@cache
def _rules() -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = yaml.safe_load(
        files("analytics.intake.formats").joinpath("kinds.yaml").read_text("utf-8")
    )
    return rules


def _pattern(rule: dict[str, Any]) -> str:
    """What a rule looks for, in a name that is written plainly."""
    forms = ["|".join(rule.get("parts", []))]
    if words := rule.get("words"):
        forms.append(f"(^| )({'|'.join(words)})( |$)")
    if endings := rule.get("endings"):
        forms.append(f" ({'|'.join(endings)})$")
    return "|".join(form for form in forms if form)
