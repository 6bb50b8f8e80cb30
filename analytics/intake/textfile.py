"""Text files (CSV in its many dialects) as sheets."""

import csv
import io
import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv as pacsv

from analytics.errors import IntakeError
from analytics.intake.encoding import as_utf8
from analytics.intake.sheet import MOST_COLUMNS, Sheet, TornRow, as_rows, filled, trimmed
from analytics.warehouse.drafts import SheetText

_DELIMITERS = ";,\t|"
_LONGEST_ROW = 8 << 20


def read_text_file(path: Path, number: int) -> list[Sheet]:
    """The one sheet of the text file ``path``. Raises IntakeError where it is no table of text."""
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    content, delimiter = _announced_delimiter(as_utf8(content))
    if not content or content.isspace():
        raise IntakeError("empty_file")
    delimiter = delimiter or _likely_delimiter(content)
    header, skipped = _header(content, delimiter)
    if len(header) > MOST_COLUMNS:
        raise IntakeError("too_many_columns", n=len(header), most=MOST_COLUMNS)
    rows, torn = _rows(content, delimiter, len(header), skipped)
    text = SheetText(number, rows, digest, comma_decimals=delimiter == ";")
    return [Sheet(path, None, header, text, torn)]


def _announced_delimiter(content: bytes) -> tuple[bytes, str | None]:
    """Excel's first line ``sep=;`` names the delimiter; it is no row."""
    announced = re.match(rb"sep=([;,\t|])\r?\n", content, re.IGNORECASE)
    if announced:
        return content[announced.end() :], announced.group(1).decode()
    return content, None


def _likely_delimiter(content: bytes) -> str:
    """The delimiter that parts the first line into most columns."""
    first = content[:_LONGEST_ROW].lstrip().split(b"\n", 1)[0].decode("utf-8", errors="replace")
    outside_quotes = re.sub(r'"[^"]*"', "", first)
    return max(_DELIMITERS, key=outside_quotes.count)


def _header(content: bytes, delimiter: str) -> tuple[tuple[str, ...], int]:
    """The first row that is not blank, and how many rows lie before it."""
    start = io.TextIOWrapper(io.BytesIO(content[:_LONGEST_ROW]), "utf-8", errors="ignore", newline="")
    csv.field_size_limit(_LONGEST_ROW)
    try:
        for position, row in enumerate(csv.reader(start, delimiter=delimiter)):
            if any(cell.strip() for cell in row):
                return tuple(row), position
    except csv.Error as error:
        raise IntakeError("row_too_long", megabytes=_LONGEST_ROW >> 20) from error
    raise IntakeError("empty_file")


def _rows(content: bytes, delimiter: str, width: int, skipped: int) -> tuple[pa.Table, tuple[TornRow, ...]]:
    """The rows below the header with the numbers that a spreadsheet would show, and the rows that are torn."""
    invalid: list[pacsv.InvalidRow] = []

    def note(row: pacsv.InvalidRow) -> str:
        invalid.append(row)
        return "skip"

    names = [f"c{position}" for position in range(width)]
    try:
        table = pacsv.read_csv(
            pa.BufferReader(content),
            read_options=pacsv.ReadOptions(use_threads=False, column_names=names, block_size=_LONGEST_ROW),
            parse_options=pacsv.ParseOptions(
                delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False, invalid_row_handler=note
            ),
            convert_options=pacsv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=False,
                quoted_strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid as error:
        raise IntakeError("row_too_long", megabytes=_LONGEST_ROW >> 20) from error
    lines = _line_numbers(table.num_rows, [row.number for row in invalid])
    above = int(np.searchsorted(lines, skipped + 1, side="right"))
    columns, lines = trimmed(table.slice(above).columns), lines[above:]
    kept = filled(columns, len(lines))
    if not kept.all():
        columns, lines = [column.filter(pa.array(kept)) for column in columns], lines[kept]
    torn = tuple(
        TornRow(row.number, "wrong_columns", f"{row.actual_columns} ≠ {row.expected_columns}")
        for row in invalid
        if row.number > skipped + 1 and row.text.strip(f'{delimiter}" \t\r\n')
    )
    return as_rows(columns, lines), torn


def _line_numbers(rows: int, invalid: Iterable[int]) -> npt.NDArray[np.int64]:
    """The numbers of the rows that could be read: all numbers but the invalid rows'."""
    gone = np.array(sorted(invalid), dtype=np.int64)
    return np.setdiff1d(np.arange(1, rows + len(gone) + 1, dtype=np.int64), gone, assume_unique=True)
