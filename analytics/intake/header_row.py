"""Which of a sheet's first rows is its header: what stands above it says what the table is about."""

from collections.abc import Sequence
from functools import cache

from analytics.intake.headers import found_in, spellings, table_spellings
from analytics.intake.mapping import flat_names
from analytics.model import TABLES

ROWS_LOOKED_AT = 20
"""No table has more lines above its header."""


def header_row(rows: Sequence[Sequence[str]]) -> int | None:
    """The position of the header among a sheet's first rows; None where all are blank.

    It is the first row with two titles that are known, else the first that is not blank: whatever its titles are.
    """
    filled = [position for position, row in enumerate(rows) if any(row)]
    return next((position for position in filled if _known(rows[position]) > 1), filled[0] if filled else None)


def known_titles(rows: Sequence[Sequence[str]]) -> int:
    """How many titles of the header among a sheet's first rows are known; 0 where fewer than two are."""
    return next((known for row in rows if (known := _known(row)) > 1), 0)


def _known(row: Sequence[str]) -> int:
    return sum(len(columns) for columns in found_in(row, _titles()).values())


@cache
def _titles() -> dict[str, str]:
    """The spellings of every title that a table of the model or a flat one may have."""
    known = spellings(flat_names())
    for table in TABLES.values():
        known |= table_spellings(table)
    return known
