"""Text from the data made safe, short and narrow enough to stand in a chart.

Plotly reads a subset of HTML in every text it draws (bold, links, line breaks), so names and titles, which come
from files, are escaped here and nowhere else. Quotes stay: no text of the data ever stands inside an attribute.
"""

import html
import textwrap
from typing import Any

import pandas as pd

ELLIPSIS = "…"


def safe(text: Any) -> str:
    """``text`` on one line, as the letters it is made of: ``<b>`` is drawn as ``<b>``."""
    return html.escape(_plain(text), quote=False)


def cut(text: Any, length: int) -> str:
    """``text`` on one line of at most ``length`` characters, not escaped: for alt texts, which are no HTML."""
    line = _plain(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + ELLIPSIS


def shorten(text: Any, length: int) -> str:
    """:func:`safe` of at most ``length`` characters, cut at the end with an ellipsis."""
    return html.escape(cut(text, length), quote=False)


def wrap(text: Any, width: int, lines: int | None = None) -> str:
    """:func:`safe`, broken into lines of at most ``width`` characters.

    With ``lines``, what does not fit into that many lines is cut with an ellipsis.
    """
    words = [part for word in _plain(text).split() for part in _hyphenated(word, width)]
    rows = textwrap.wrap(" ".join(words), width) or [""]
    if lines is not None and len(rows) > lines:
        rows = [*rows[: lines - 1], cut(f"{rows[lines - 1]} {rows[lines]}", width)]
    return "<br>".join(html.escape(row, quote=False) for row in rows)


def _hyphenated(word: str, width: int) -> list[str]:
    """A word that is wider than a line, in pieces that fit into one."""
    if len(word) <= width or "-" in word:
        return [word]
    pieces = [word[start : start + width - 1] for start in range(0, len(word), width - 1)]
    return [f"{piece}-" for piece in pieces[:-1]] + pieces[-1:]


def _plain(text: Any) -> str:
    return "" if pd.isna(text) else " ".join(str(text).split())
