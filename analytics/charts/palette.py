"""The colours, symbols and patterns of everything drawn, for light and dark pages.

Colour never stands alone: every kind has a symbol for points and a pattern for bars as well. Against its surface
each colour of a shape reaches 3:1 and each colour of a text 4.5:1 (WCAG 2.1 AA); a test computes it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as ``#rrggbb``.

    ``kinds`` and ``formats`` hold a colour per token of the enumerations organisation_kind and event_format;
    ``sequential`` runs from little to much; ``accent_second`` is the accent's weaker companion and ``second``
    another line's colour; ``grid`` is quiet on purpose and carries no meaning.
    """

    surface: str
    text: str
    muted: str
    axis: str
    grid: str
    accent: str
    accent_second: str
    second: str
    neutral: str
    kinds: Mapping[str, str]
    formats: Mapping[str, str]
    sequential: tuple[str, ...]

    def kind(self, token: str) -> str:
        """The colour of a kind of organisation; an unheard-of kind looks like an unknown one."""
        return self.kinds.get(token, self.kinds["unknown"])

    def event_format(self, token: str) -> str:
        """The colour of an event format; an unheard-of format is neutral."""
        return self.formats.get(token, self.neutral)


PALETTES: Mapping[Theme, Palette] = {
    "light": Palette(
        surface="#ffffff",
        text="#1f2933",
        muted="#52606d",
        axis="#7b8794",
        grid="#e4e8ec",
        accent="#0B6E4F",
        accent_second="#4C9A80",
        second="#3757A6",
        neutral="#7b8794",
        kinds={
            "company": "#0072B2",
            "startup": "#D55E00",
            "science": "#009E73",
            "public": "#B0619A",
            "multiplier": "#6B6B6B",
            "unknown": "#8C8C8C",
        },
        formats={
            "reception": "#0B6E4F",
            "workshop": "#3757A6",
            "forum": "#9A5B00",
            "company_visit": "#A8325A",
            "matchmaking": "#6A3FA0",
            "webinar": "#1B7F9C",
            "board": "#5F6771",
            "other": "#8A5A44",
        },
        sequential=("#e6f2ed", "#9fcdb9", "#4C9A80", "#0B6E4F", "#064430"),
    ),
    "dark": Palette(
        surface="#0e1117",
        text="#e6eaee",
        muted="#a9b4bf",
        axis="#7f8a96",
        grid="#262d38",
        accent="#3FB58C",
        accent_second="#2A8365",
        second="#86A3F0",
        neutral="#8a95a1",
        kinds={
            "company": "#4BA3DB",
            "startup": "#F0843C",
            "science": "#2DBE93",
            "public": "#CC85BA",
            "multiplier": "#9A9A9A",
            "unknown": "#C4C4C4",
        },
        formats={
            "reception": "#3FB58C",
            "workshop": "#86A3F0",
            "forum": "#DDA044",
            "company_visit": "#EE7FA3",
            "matchmaking": "#B893EC",
            "webinar": "#55BFDD",
            "board": "#A3ADB8",
            "other": "#D0A28A",
        },
        sequential=("#15302a", "#1f5c49", "#2A8365", "#3FB58C", "#b4ecd6"),
    ),
}

SYMBOLS: Mapping[str, str] = {
    "company": "circle",
    "startup": "diamond",
    "science": "square",
    "public": "triangle-up",
    "multiplier": "x",
    "unknown": "circle-open",
}
"""The marker of each kind of organisation."""

PATTERNS: Mapping[str, str] = {
    "company": "",
    "startup": "/",
    "science": ".",
    "public": "-",
    "multiplier": "x",
    "unknown": "",
}
"""The hatching of each kind's bars; "unknown" is drawn open, as an outline."""

FORMAT_SYMBOLS: Mapping[str, str] = {
    "reception": "circle",
    "workshop": "square",
    "forum": "diamond",
    "company_visit": "triangle-up",
    "matchmaking": "star",
    "webinar": "pentagon",
    "board": "x",
    "other": "cross",
}
"""The marker of each event format."""


def symbol_of(kind: str) -> str:
    """The marker of a kind of organisation; an unheard-of kind looks like an unknown one."""
    return SYMBOLS.get(kind, SYMBOLS["unknown"])


def luminance(colour: str) -> float:
    """The relative luminance of ``#rrggbb`` after WCAG 2.1, from 0 (black) to 1 (white)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours after WCAG 2.1, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(colour: str) -> str:
    """Black or white, whichever reads better on ``colour``; either way at least 4.5:1."""
    return max("#000000", "#ffffff", key=lambda ink: contrast(ink, colour))


def shade(scale: tuple[str, ...], share: float) -> str:
    """The colour that lies at ``share`` (0 to 1) of the way along an evenly spaced scale."""
    place = min(max(share, 0.0), 1.0) * (len(scale) - 1)
    start = min(int(place), len(scale) - 2)
    weight = place - start
    mixed = (
        round(int(scale[start][i : i + 2], 16) * (1 - weight) + int(scale[start + 1][i : i + 2], 16) * weight)
        for i in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def translucent(colour: str, opacity: float) -> str:
    """``colour`` as a see-through ``rgba()``."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"
