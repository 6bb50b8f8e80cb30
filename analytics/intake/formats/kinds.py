"""The guess of what an organisation is, from its name: the rules of ``kinds.yaml`` as one SQL macro."""

from functools import cache
from importlib.resources import files

import yaml

from analytics.warehouse.sql import literal


@cache
def kind_macro() -> str:
    """The statement that makes ``guessed_kind(name)``: a kind's token, or null where no rule fits."""
    rules = yaml.safe_load(files("analytics.intake.formats").joinpath("kinds.yaml").read_text("utf-8"))
    cases = [
        f"when regexp_matches(plain_name(name), {literal(_pattern(rule))}) then {literal(rule['kind'])}"
        for rule in rules
    ]
    return f"create or replace macro guessed_kind(name) as case {' '.join(cases)} end"


def _pattern(rule: dict[str, list[str]]) -> str:
    """What a rule looks for, in a name that is written plainly."""
    forms = ["|".join(rule.get("parts", []))]
    if words := rule.get("words"):
        forms.append(f"(^| )({'|'.join(words)})( |$)")
    if endings := rule.get("endings"):
        forms.append(f" ({'|'.join(endings)})$")
    return "|".join(form for form in forms if form)
