"""Which of a sheet's first rows are its header: what stands above it says what the table is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analytics.intake.headers import begun_in, found_in, spellings, table_spellings
from analytics.intake.vocabulary import beginnings, vocabulary
from analytics.model import TABLES

ROWS_LOOKED_AT = 20
"""No table has more lines above its header."""
_DATA = re.compile(r"@|^\W*\d[\d.,:/\-]*\W*$")
"""What no column is called: an address, a number, a date."""

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Header:
    """A header's place among a sheet's first rows: its ``first`` one, counted from 0, and how many ``rows`` it has."""

    first: int
    rows: int = 1

    @property
    def end(self) -> int:
        """The place of the first row below it."""
        return self.first + self.rows

    def titles(self, rows: Rows) -> tuple[str, ...]:
        """The columns' titles.

        Of two rows the upper one speaks of several columns where its cells are merged: what stands in the first of
        them holds for those to its right, too, as far as these have a title of their own below.
        """
        if self.rows == 1:
            return tuple(rows[self.first])
        upper, lower = rows[self.first], rows[self.first + 1]
        titles, group = [], ""
        for place in range(max(len(upper), len(lower))):
            above, below = _cell(upper, place), _cell(lower, place)
            group = above or (group if below else "")
            titles.append(" ".join(dict.fromkeys(part for part in (group, below) if part)))
        return tuple(titles)


def header_row(rows: Rows) -> Header | None:
    """The header among a sheet's first rows; None where all are blank.

    It is the first row with two titles that are known, else the one that looks like a header: the first that is at
    least half as wide as the table and holds no data, and the row below it where that parts its titles; else the first
    row that is not blank, whatever its titles are.
    """
    filled = [place for place, row in enumerate(rows) if any(row)]
    if not filled:
        return None
    known = next((place for place in filled if _known(rows[place]) > 1), None)
    if known is not None:
        return Header(known)
    width = max(_width(row) for row in rows)
    likely = (place for place in filled if _width(rows[place]) >= max(2, width / 2) and not _has_data(rows[place]))
    first = next(likely, None)
    if first is None:
        return Header(filled[0])
    return Header(first, 2 if _is_parted(rows, first) else 1)


def known_titles(rows: Rows) -> int:
    """How many titles of the header among a sheet's first rows are known; 0 where fewer than two are."""
    return next((known for row in rows if (known := _known(row)) > 1), 0)


def _is_parted(rows: Rows, first: int) -> bool:
    """Whether the row below a header parts its titles: it fills the gaps that merged cells leave, and has no data."""
    if first + 2 >= len(rows):
        return False
    upper, lower = rows[first], rows[first + 1]
    places = range(max(len(upper), len(lower)))
    gaps = [place for place in places if not _cell(upper, place)]
    fills = [place for place in gaps if _cell(lower, place)]
    return bool(fills) and len(fills) == len(gaps) and _width(lower) > 1 and not _has_data(lower)


def _cell(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _width(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell)


def _has_data(row: Sequence[str]) -> bool:
    return any(_DATA.search(cell) for cell in row if cell)


def _known(row: Sequence[str]) -> int:
    known = found_in(row, _titles()).values(), begun_in(row, beginnings("beneficiaries")).values()
    return len({column for found in known for columns in found for column in columns})


@cache
def _titles() -> dict[str, str]:
    """The spellings of every title that a table of the model or a flat one may have."""
    known = spellings(vocabulary("flat"))
    for table in TABLES.values():
        known |= table_spellings(table)
    return known
