"""What people write into a cell when they know nothing: it means that the cell is empty, or that nobody is named."""

import re

NOTHING = (
    "k.A.", "kA.", "keine Angabe", "keine Angaben", "n/a", "n.a.", "not available", "not applicable",
    "nicht bekannt", "unbekannt", "not known", "unknown", "nicht verfügbar", "nicht vorhanden", "entfällt",
    "null", "nan", "(leer)", "(blank)", "(null)", "0000-00-00", "0000-00-00 00:00:00", "00.00.0000",
)  # fmt: skip
"""Words that mean an empty cell, in any column that may be empty. NA is none: it is Namibia's code, too."""

NOBODY = (
    "N.N.", "NN", "nomen nominandum", "offen", "noch offen", "noch zu benennen", "wird noch benannt", "tbd", "t.b.d.",
    "tba", "t.b.a.", "diverse", "verschiedene", "sonstige", "andere", "various", "other", "others", "privat",
    "Privatperson", "private", "keine", "kein", "none", "ohne",
)  # fmt: skip
"""Words that, where an organisation is named, name none, beside those that mean nothing at all."""

SIGNS = r"[-–—−_.…?¿!/\\*+~=,;:\s]+"
"""A cell of such signs alone says nothing, either (a pattern for the whole text)."""


def placeholder_form(text: str) -> str:
    """What two ways of writing one placeholder share: neither case nor blanks make a difference."""
    return re.sub(r"\s", "", text).lower()


_NOTHING = frozenset(map(placeholder_form, NOTHING))
_NOBODY = frozenset(map(placeholder_form, NOBODY))


def means_nothing(text: str) -> bool:
    """Whether a cell's text only says that nothing is known."""
    return placeholder_form(text) in _NOTHING or re.fullmatch(SIGNS, text) is not None


def names_nobody(text: str) -> bool:
    """Whether a cell's text, in a place where an organisation is named, names none."""
    return means_nothing(text) or placeholder_form(text) in _NOBODY
