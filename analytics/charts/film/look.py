"""The colours of the film: the palette's, and quiet tints for the groups."""

from typing import Any

from analytics.charts.palette import Palette

LIGHT_TINTS = ("#EEF4FA", "#FAF3EA", "#EDF6F1", "#F6F1F9", "#F7F5E6", "#EAF5F6", "#FBF0F1", "#F3F4F1")
DARK_TINTS = ("#16212D", "#282018", "#15251F", "#231B2A", "#242219", "#142527", "#281B20", "#1E2122")
"""What a group lies on: no colour of a kind, and so faint that every symbol stands out on each."""
LIGHT_MET, DARK_MET = "#6A3FA0", "#B893EC"
"""The dots between who met: neither a tie's colour nor the accent's nor a kind's."""


def look(palette: Palette, kinds: list[str]) -> dict[str, Any]:
    """One theme's colours by use; ``kinds`` in the order in which the film counts them."""
    is_dark = palette.surface != "#ffffff"
    return {
        "surface": palette.surface,
        "text": palette.text,
        "muted": palette.muted,
        "line": palette.grid,
        "accent": palette.accent,
        "tie": palette.axis,
        "met": DARK_MET if is_dark else LIGHT_MET,
        "raised": "#171e24" if is_dark else "#f6f8f7",
        "kinds": [palette.kind(kind) for kind in kinds],
        "tints": list(DARK_TINTS if is_dark else LIGHT_TINTS),
    }
