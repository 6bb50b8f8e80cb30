"""Shades for classes of counts, from few to many in one hue: lightness alone tells them apart for every eye."""

from collections.abc import Mapping

from analytics.charts.palette import Theme, shade
from analytics.model.count_classes import CLASSES, highest

SCALES: Mapping[Theme, tuple[str, ...]] = {
    "light": ("#cfe6dc", "#94c8b1", "#4C9A80", "#0B6E4F", "#05372a"),
    "dark": ("#17352e", "#1f5c49", "#2A8365", "#3FB58C", "#b4ecd6"),
}
"""The colours of five classes."""

_SHADES: Mapping[int, tuple[int, ...]] = {1: (2,), 2: (1, 3), 3: (1, 2, 4), 4: (0, 1, 2, 4), 5: (0, 1, 2, 3, 4)}
"""Which of a scale's colours so many classes take."""


def shades(count: int, theme: Theme) -> list[str]:
    """The colours of so many classes."""
    if count in _SHADES:
        return [SCALES[theme][place] for place in _SHADES[count]]
    return [shade(SCALES[theme], place / (count - 1)) for place in range(count)]


def shades_of(tokens: set[str], theme: Theme) -> dict[str, str]:
    """The colour of every fixed class above 0 up to the highest of ``tokens``, whether it is among them or not."""
    drawn = CLASSES[1 : CLASSES.index(most) + 1] if (most := highest(tokens)) else ()
    return dict(zip(drawn, shades(len(drawn), theme), strict=True)) if drawn else {}
