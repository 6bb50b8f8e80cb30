"""The topics of green production, and how they are written into a cell."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

TOPICS = (
    "Abwärme",
    "Additive Fertigung",
    "Dekarbonisierung",
    "Digitalisierung",
    "Energieeffizienz",
    "Fachkräfte",
    "Kreislaufwirtschaft",
    "Leichtbau",
    "Robotik",
    "Wasserstoff",
)
_POSITION = {topic: position for position, topic in enumerate(TOPICS)}


def position_of(topic: str) -> int:
    """Where the topic stands in the list."""
    return _POSITION[topic]


def joined(topics: Iterable[str]) -> str | None:
    """The topics in alphabetical order, separated by commas; None where there are none."""
    return ", ".join(sorted(topics, key=position_of)) or None


def flags(topics: Iterable[str]) -> NDArray[np.bool_]:
    """One truth value per topic of the list."""
    marked = np.zeros(len(TOPICS), dtype=bool)
    marked[[position_of(topic) for topic in topics]] = True
    return marked
