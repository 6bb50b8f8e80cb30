"""What the show on the hall's screen tells: every scene as plain data, of the public's view alone.

A scene about which the data says nothing is left out.
"""

from collections.abc import Mapping
from typing import Any

from analytics.charts.palette import PALETTES, symbol_of
from analytics.language import Language
from analytics.model import ENUMERATIONS
from analytics.reception.evening import Evening
from analytics.reception.show_cooperations import cooperations
from analytics.reception.show_figures import figures
from analytics.reception.show_map import district_map
from analytics.reception.show_network import network
from analytics.reception.show_thanks import thanks
from analytics.warehouse import View

SCENES = ("figures", "map", "network", "cooperations", "tonight", "find", "thanks")
"""The scenes in their order, by the names that the show's address calls them."""
_KINDS = ENUMERATIONS["organisation_kind"]
Scene = dict[str, Any]


def lasting_scenes(view: View, language: Language) -> dict[str, Scene | None]:
    """The scenes that are the same on every evening, by name; they take the time."""
    return {
        "figures": figures(view, language),
        "map": district_map(view, language),
        "network": network(view, language),
        "cooperations": cooperations(view, language),
        "find": _find(view, language),
    }


def show(
    view: View, language: Language, evening: Evening | None, lasting: Mapping[str, Scene | None] | None = None
) -> dict[str, Any]:
    """The show: ``event`` (None without one), ``kinds`` by token, ``look`` and ``scenes``, each with name and title.

    Days are whole numbers since 1970. ``view`` must be the public's: what it may not see is in no scene. ``lasting``
    are its :func:`lasting_scenes`, where they are made already.
    """
    scenes = {
        **(lasting_scenes(view, language) if lasting is None else lasting),
        "tonight": _tonight(language, evening),
        "thanks": thanks(view, language, evening),
    }
    made = [scenes[name] for name in SCENES]
    return {
        "event": None if evening is None else event(evening, language),
        "note": language.text("frame.demo") if view.is_demo else "",
        "kinds": kinds(language),
        "look": look(),
        "scenes": [scene for scene in made if scene is not None],
    }


def event(evening: Evening, language: Language) -> dict[str, Any]:
    """The evening as the screen names it."""
    return {
        "id": evening.event_id,
        "title": evening.title,
        "day": language.date(evening.starts_on),
        "venue": evening.venue or "",
    }


def kinds(language: Language) -> dict[str, dict[str, str]]:
    """Every kind's label, symbol and colours, by its token."""
    return {
        kind: {
            "label": _KINDS.label_of(kind, language.code),
            "symbol": symbol_of(kind),
            "dark": PALETTES["dark"].kind(kind),
            "light": PALETTES["light"].kind(kind),
        }
        for kind in _KINDS.tokens
    }


def look() -> dict[str, Any]:
    """The colours of a dark screen by their use."""
    colours = PALETTES["dark"]
    return {
        "surface": colours.surface,
        "text": colours.text,
        "muted": colours.muted,
        "line": colours.grid,
        "axis": colours.axis,
        "accent": colours.accent,
        "neutral": colours.neutral,
        "sequential": list(colours.sequential),
    }


def _tonight(language: Language, evening: Evening | None) -> Scene | None:
    """Who is there is asked by the screen itself, every few seconds."""
    if evening is None:
        return None
    return {"name": "tonight", "title": language.text("reception.tonight", title=evening.title)}


def _find(view: View, language: Language) -> Scene | None:
    if view.ask("organisations_findable").empty:
        return None
    return {"name": "find", "title": language.text("reception.find")}
