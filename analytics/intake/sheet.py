"""A sheet: one table of text as a file holds it, whatever the file's form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from analytics.intake.below_table import rows_below
from analytics.intake.header_row import Header, header_row
from analytics.intake.mapping import shape_of
from analytics.model.addresses import without_addresses
from analytics.warehouse.drafts import SheetText

REASON_TITLES = {"de": "Grund der Abweisung", "en": "Reason for rejection"}
"""What the column is called in which rejected rows go out, to be mended and brought in again: no format reads it."""
MOST_COLUMNS = 2_000
"""No table that people keep is wider."""


@dataclass(frozen=True)
class TornRow:
    """A row that could not be read as a row: its line, the reason's key, what it says, and the row as it stands."""

    line: int
    reason: str
    value: str
    text: str


@dataclass(frozen=True)
class HeaderAt:
    """Where somebody says that a sheet's header is: its first line, as a spreadsheet shows it, and its rows."""

    line: int
    rows: int = 1


@dataclass(frozen=True)
class Start:
    """A sheet's first rows that are not blank, as they stand, each with its line; and its header's place among them."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    header: Header

    @property
    def line(self) -> int:
        """The header's first line, as a spreadsheet shows it."""
        return self.rows[self.header.first][0]

    @property
    def titles(self) -> tuple[str, ...]:
        """The columns' titles."""
        titles = self.header.titles([row for _, row in self.rows])
        return tuple("" if title in REASON_TITLES.values() else title for title in titles)

    @property
    def last_line(self) -> int:
        """The header's last line."""
        return self.rows[self.header.end - 1][0]


@dataclass(frozen=True)
class Headers:
    """What is known of headers before a file is read.

    ``at`` says of sheets, by their label, where somebody found the header; ``shapes`` are sets of titles (their
    spellings) that a header had before.
    """

    at: Mapping[str, HeaderAt] = field(default_factory=dict)
    shapes: frozenset[frozenset[str]] = frozenset()

    def start(self, label: str, rows: Sequence[tuple[int, Sequence[str]]]) -> Start | None:
        """The start of a sheet whose first rows (line and cells) are these; None where all are blank."""
        filled = tuple((line, tuple(row)) for line, row in rows if any(row))
        texts = [row for _, row in filled]
        header = self._said(label, filled) or self._remembered(texts) or header_row(texts)
        return None if header is None else Start(filled, header)

    def _said(self, label: str, rows: Sequence[tuple[int, Sequence[str]]]) -> Header | None:
        at = self.at.get(label)
        place = next((place for place, (line, _) in enumerate(rows) if at and line == at.line), None)
        return Header(place, min(at.rows, len(rows) - place)) if at and place is not None else None

    def _remembered(self, rows: Sequence[Sequence[str]]) -> Header | None:
        if not self.shapes:
            return None
        places = [Header(place, count) for place in range(len(rows)) for count in (1, 2) if place + count <= len(rows)]
        return next((header for header in places if shape_of(header.titles(rows)) in self.shapes), None)


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file.

    ``name`` is the workbook sheet's name, or None for a text file; ``header`` the columns' titles;
    ``text.rows`` the rows below it with their ``_line``; ``torn`` the rows that have no columns to speak of;
    ``mended`` how many cells were mended when they were read, by what was done (see ``cells.py``); ``start`` how the
    sheet begins; ``below`` the lines under the table that are none of its rows. ``guests`` is the column of
    ``text.rows`` with a key in the place of each guest's name, see ``personal.py``; None where the sheet names none.
    """

    path: Path
    name: str | None
    header: tuple[str, ...]
    text: SheetText
    torn: tuple[TornRow, ...] = field(default=())
    mended: Mapping[str, int] = field(default_factory=dict)
    start: Start = field(default_factory=lambda: Start((), Header(0)))
    below: tuple[int, ...] = field(default=())
    guests: str | None = None

    @classmethod
    def of_texts(
        cls, number: int, path: Path, name: str | None, titles: Sequence[str], rows: Sequence[Sequence[str]], first: int
    ) -> "Sheet":
        """A sheet that comes from no file: the rows' texts under ``titles``, the first of them in line ``first``."""
        columns = [pa.chunked_array([[row[place] for row in rows]], pa.string()) for place in range(len(titles))]
        text = SheetText(number, as_rows(columns, np.arange(first, first + len(rows))), digest="")
        return cls(path, name, tuple(titles), text)

    @property
    def label(self) -> str:
        """The sheet as people are told of it: the file's name, and the sheet's in a workbook."""
        return label_of(self.path, self.name)

    @property
    def title(self) -> str:
        """The name that may say which table the sheet holds."""
        return self.name or self.path.stem

    @property
    def number(self) -> int:
        """The sheet's running number in the import."""
        return self.text.number

    @property
    def read(self) -> int:
        """How many rows the sheet holds below its header."""
        return int(self.text.rows.num_rows) + len(self.torn)


def label_of(path: Path, name: str | None) -> str:
    """What people are told of as a sheet: the file's name, and in a workbook the sheet's."""
    return f"{shown(path)}:{without_addresses(name)}" if name else shown(path)


def shown(path: Path) -> str:
    """A file's name as text that can be written down, whatever bytes it is made of, without anybody's address."""
    return without_addresses((path.name or str(path)).encode("utf-8", errors="replace").decode())


def filled(columns: Sequence[pa.ChunkedArray], rows: int) -> npt.NDArray[np.bool_]:
    """Which of the rows have a filled cell; spreadsheets export blank rows as bare delimiters."""
    found = np.zeros(rows, dtype=bool)
    for column in columns:
        found |= pc.fill_null(pc.greater(pc.binary_length(column), 0), False).to_numpy()
        if found.all():
            break
    return found


def as_rows(columns: Sequence[pa.ChunkedArray], lines: npt.NDArray[np.int64]) -> pa.Table:
    """The columns as c0, c1, ... beside ``_line``."""
    names = ["_line", *(f"c{position}" for position in range(len(columns)))]
    return pa.table([pa.array(lines, pa.int64()), *columns], names=names)


def within_table(columns: Sequence[pa.ChunkedArray], lines: npt.NDArray[np.int64]) -> tuple[pa.Table, tuple[int, ...]]:
    """The rows below a header that are the table's, and the lines of those that stand under it."""
    kept = len(lines) - rows_below(columns, lines)
    return as_rows([column.slice(0, kept) for column in columns], lines[:kept]), tuple(lines[kept:].tolist())
