"""A sheet: one table of text as a file holds it, whatever the file's form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from analytics.model.addresses import without_addresses
from analytics.warehouse.drafts import SheetText

MOST_COLUMNS = 2_000
"""No table that people keep is wider."""


@dataclass(frozen=True)
class TornRow:
    """A row that could not be read as a row: its line, the reason's key, and what it says."""

    line: int
    reason: str
    value: str


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file.

    ``name`` is the workbook sheet's name, or None for a text file; ``header`` the first row's texts;
    ``text.rows`` the rows below it with their ``_line``; ``torn`` the rows that have no columns to speak of;
    ``mended`` how many cells were mended when they were read, by what was done (see ``cells.py``).
    """

    path: Path
    name: str | None
    header: tuple[str, ...]
    text: SheetText
    torn: tuple[TornRow, ...] = field(default=())
    mended: Mapping[str, int] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """The sheet as people are told of it: the file's name, and the sheet's in a workbook."""
        return f"{shown(self.path)}:{without_addresses(self.name)}" if self.name else shown(self.path)

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
