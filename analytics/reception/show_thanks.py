"""The last scene: thanks to those who host, sponsor and speak, and to the coordinators; names only as consented."""

from typing import Any

from analytics.language import Language
from analytics.reception.evening import Evening
from analytics.warehouse import View

_ROLES = ("host", "sponsor", "speaker")
MOST_NAMES = 12
"""So many names of one role the screen has room for."""


def thanks(view: View, language: Language, evening: Evening | None) -> dict[str, Any] | None:
    """``groups`` of names, each under what it did; None where there is neither an event nor anybody to name."""
    groups = [] if evening is None else _helpers(view, language, evening)
    findable = view.ask("organisations_findable")
    said = {name for group in groups for name in group["names"]}
    coordinators = [name for name in findable["name"][findable["is_coordinator"]] if name not in said]
    if coordinators:
        groups.append(_group("coordinator", coordinators, language))
    if not groups and evening is None:
        return None
    return {
        "name": "thanks",
        "title": language.text("reception.thanks" if groups else "reception.thanks_all"),
        "line": language.text("reception.thanks_line"),
        "groups": groups,
    }


def _helpers(view: View, language: Language, evening: Evening) -> list[dict[str, Any]]:
    rows = view.ask("show_helpers", event_id=evening.event_id)
    named = {role: rows["name"][rows["role"] == role].tolist() for role in _ROLES}
    return [_group(role, names, language) for role, names in named.items() if names]


def _group(role: str, names: list[str], language: Language) -> dict[str, Any]:
    more = len(names) - MOST_NAMES
    return {
        "label": language.text(f"reception.thanks_{role}"),
        "names": names[:MOST_NAMES],
        "more": language.text("reception.thanks_more", n=more) if more > 0 else "",
    }
