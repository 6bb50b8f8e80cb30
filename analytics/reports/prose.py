"""Sentences of a report: paragraphs, lists, and gaps that only a person can fill."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``style`` "note" is a quiet one, "caution" one that must not be passed over.

    A "lead" leads to what follows and stays with it.
    """

    text: str
    style: Literal["plain", "note", "caution", "lead"] = "plain"

    @property
    def is_slide(self) -> bool:
        """Whether a slide of its own is due to it."""
        return self.style == "caution"


@dataclass(frozen=True)
class Bullets:
    """Sentences as a list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Gap:
    """What only a person can write: the question to answer here."""

    text: str


Prose = Paragraph | Bullets | Gap
"""A part of a text that a person edits."""
