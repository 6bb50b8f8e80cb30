"""What stands below a table and is none of its rows: totals, footnotes, signatures."""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

_LOOKED_AT = 30
"""Nobody writes more lines below a table."""
_TOTAL = re.compile(
    r"(zwischen|gesamt|teil)?summen?\b.{0,30}|"
    r"(gesamt|insgesamt|gesamtzahl|gesamtergebnis|(grand |sub)?total|totals|sum)\W*",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(
    r"\*|¹|²|\(?\d\)|(quellen?|anmerkung(en)?|hinweise?|unterschrift|sources?|notes?|signed)\s*:|"
    r"(stand|as of|erstellt|created)\s*:?\s*(am|on)?\s*\d|gez\.",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\W*\d[\d.,'’ \u00a0]*\W*(€|eur|%)?\W*", re.IGNORECASE)
_NARROW, _WIDE = 2, 3
"""A footnote fills at most so many cells, below a table whose rows fill at least so many."""


def rows_below(columns: Sequence[pa.ChunkedArray], lines: npt.NDArray[np.int64]) -> int:
    """How many of the last rows stand below the table.

    A row of totals begins with a word for them and else holds numbers only. Footnotes and signatures fill one cell or
    two of a wider table; the first of them begins as such do, follows a total, or stands apart by a blank line.
    """
    count = len(lines)
    start = max(0, count - _LOOKED_AT)
    rows = [[str(column[place].as_py() or "") for column in columns] for place in range(start, count)]
    widths = [sum(1 for cell in row if cell) for row in rows]
    if len(rows) < 2:
        return 0
    is_wide = float(np.median(widths)) >= _WIDE
    first = len(rows)
    while first > 1 and (_is_total(rows[first - 1]) or (is_wide and widths[first - 1] <= _NARROW)):
        first -= 1
    while first < len(rows) and not (
        _is_total(rows[first]) or _is_footnote(rows[first]) or lines[start + first] - lines[start + first - 1] > 1
    ):
        first += 1
    return len(rows) - first


def _is_total(row: Sequence[str]) -> bool:
    said = [cell for cell in row if cell]
    return bool(_TOTAL.fullmatch(said[0])) and all(_NUMBER.fullmatch(cell) for cell in said[1:])


def _is_footnote(row: Sequence[str]) -> bool:
    return _FOOTNOTE.match(next(cell for cell in row if cell)) is not None
