"""How a target's status looks: a sign, a colour and a word, never colour alone; and its small bar."""

from collections.abc import Mapping

from analytics.charts.palette import PALETTES, Theme
from analytics.language import Language

SIGNS: Mapping[str, str] = {
    "behind": "▼",
    "at_risk": "◆",
    "on_course": "▲",
    "met": "✓",
    "missed": "✗",
    "undefined": "–",
    "not_begun": "○",
}
"""The sign that stands before a status's word."""

_COLOURS: Mapping[Theme, Mapping[str, str]] = {
    "light": {"behind": "#B3261E", "at_risk": "#9A5B00", "missed": "#B3261E"},
    "dark": {"behind": "#FF8A80", "at_risk": "#F2B84B", "missed": "#FF8A80"},
}
_WIDTH, _HEIGHT, _THICK = 200, 16, 10
"""Pixels of a bar's picture, and of the bar in it."""


def status_colour(status: str, theme: Theme) -> str:
    """The colour of a status; what is well has the accent, what cannot be said is neutral."""
    colours = PALETTES[theme]
    usual = colours.accent if status in ("on_course", "met") else colours.neutral
    return _COLOURS[theme].get(status, usual)


def status_word(status: str, language: Language) -> str:
    """The sign and the word of a status, such as "▼ im Rückstand"."""
    return f"{SIGNS[status]} {language.text(f'targets.status_{status}')}"


def progress_bar(achieved: float | None, due: float | None, status: str, *, theme: Theme) -> str:
    """A picture (SVG) of how far a target has come: a bar on a track that is the whole way, and a mark where it is due.

    ``achieved`` and ``due`` are shares of the way; what lies outside of 0 to 1 is drawn at its end. The bar is left out
    where it is None, and so is the mark.
    """
    colours = PALETTES[theme]
    top = (_HEIGHT - _THICK) / 2
    done, mark = _within(achieved) * _WIDTH, _within(due) * (_WIDTH - 3)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img">',
        f'<rect x="0.5" y="{top + 0.5}" width="{_WIDTH - 1}" height="{_THICK - 1}" rx="2" fill="{colours.grid}" '
        f'stroke="{colours.axis}"/>',
        f'<rect x="0" y="{top}" width="{done:.1f}" height="{_THICK}" rx="2" fill="{status_colour(status, theme)}"/>',
    ]
    if due is not None:
        parts.append(
            f'<rect x="{mark:.1f}" y="0" width="3" height="{_HEIGHT}" fill="{colours.text}" '
            f'stroke="{colours.surface}" stroke-width="0.5"/>'
        )
    return "".join([*parts, "</svg>"])


def _within(share: float | None) -> float:
    return 0.0 if share is None else min(1.0, max(0.0, share))
