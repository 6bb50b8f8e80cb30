"""Kinds of organisations as charts show them: in the model's order, each with its label and filling."""

from collections.abc import Iterable
from typing import Any

from analytics.charts.canvas import bar_marker
from analytics.charts.labels import safe
from analytics.charts.palette import PATTERNS, SYMBOLS, Palette
from analytics.language import Language
from analytics.model import ENUMERATIONS

_KINDS = ENUMERATIONS["organisation_kind"]


def in_order(kinds: Iterable[object]) -> list[str]:
    """The kinds in the enumeration's order; those it does not know come last."""
    known = {token: place for place, token in enumerate(_KINDS.tokens)}
    return sorted({str(kind) for kind in kinds}, key=lambda kind: (known.get(kind, len(known)), kind))


def kind_label(kind: str, language: Language) -> str:
    """The kind's name, safe to draw."""
    return safe(_KINDS.label_of(kind, language.code))


def is_open(kind: str) -> bool:
    """Whether the kind is drawn as an outline: the unknown one, and any that is unheard of."""
    return kind not in SYMBOLS or SYMBOLS[kind].endswith("-open")


def kind_marker(kind: str, colours: Palette) -> dict[str, Any]:
    """The filling of the kind's bars."""
    return bar_marker(colours.kind(kind), colours.surface, PATTERNS.get(kind, ""), is_open=is_open(kind))
