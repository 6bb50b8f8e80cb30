"""Text files (CSV in its many dialects) as sheets."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.csv as pacsv

from analytics.errors import IntakeError
from analytics.intake.cells import cleaned, cleaned_text, with_whole_entities
from analytics.intake.encoding import as_utf8
from analytics.intake.header_row import ROWS_LOOKED_AT, known_titles
from analytics.intake.sheet import MOST_COLUMNS, Headers, Sheet, Start, TornRow, filled, label_of, within_table
from analytics.warehouse.drafts import SheetText

_DELIMITERS = ";,\t|"
_LONGEST_ROW = 8 << 20


def read_text_file(path: Path, number: int, headers: Headers) -> list[Sheet]:
    """The one sheet of the text file ``path``; ``headers`` is what is known of its header.

    Raises IntakeError where it is no table of text.
    """
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    content, delimiter = _announced_delimiter(as_utf8(content))
    if not content or content.isspace():
        raise IntakeError("empty_file")
    entire = with_whole_entities(content)
    delimiter, start = _start(content, entire, delimiter, headers, label_of(path, None))
    header = start.titles
    if delimiter == ";":
        content = entire
    if len(header) > MOST_COLUMNS:
        raise IntakeError("too_many_columns", n=len(header), most=MOST_COLUMNS)
    mended: Counter[str] = Counter()
    columns, lines, torn = _rows(content, delimiter, len(header), start.last_line, mended)
    rows, below = within_table(columns, lines)
    return [Sheet(path, None, header, SheetText(number, rows, digest), torn, mended, start, below)]


def _announced_delimiter(content: bytes) -> tuple[bytes, str | None]:
    """Excel's first line ``sep=;`` names the delimiter; it is no row."""
    announced = re.match(rb'("?)sep=([;,\t|])\1\r?\n', content, re.IGNORECASE)
    if announced:
        return content[announced.end() :], announced.group(2).decode()
    return content, None


def _first_rows(content: bytes, delimiter: str) -> list[list[str]]:
    """The first rows, blank ones among them. Raises IntakeError where not one can be read."""
    start = io.TextIOWrapper(io.BytesIO(content[:_LONGEST_ROW]), "utf-8", errors="ignore", newline="")
    csv.field_size_limit(_LONGEST_ROW)
    rows: list[list[str]] = []
    filled_rows = 0
    try:
        for row in csv.reader(start, delimiter=delimiter):
            rows.append([cleaned_text(cell) for cell in row])
            filled_rows += any(rows[-1])
            if filled_rows == ROWS_LOOKED_AT:
                break
    except csv.Error as error:
        if not filled_rows:
            raise IntakeError("row_too_long", megabytes=_LONGEST_ROW >> 20) from error
    return rows


def _start(content: bytes, entire: bytes, announced: str | None, headers: Headers, label: str) -> tuple[str, Start]:
    """The delimiter and how the sheet begins; ``entire`` is the content as semicolons part it.

    The delimiter is the one that was announced, else the one by which most titles are known, else the one that parts
    the first line into most columns.
    """
    first = content[:_LONGEST_ROW].lstrip().split(b"\n", 1)[0].decode("utf-8", errors="replace")
    outside_quotes = re.sub(r'"[^"]*"', "", first)
    likely = sorted(_DELIMITERS, key=outside_quotes.count, reverse=True)
    read = {
        delimiter: _first_rows(entire if delimiter == ";" else content, delimiter)
        for delimiter in ([announced] if announced else likely)
    }
    delimiter = max(read, key=lambda delimiter: known_titles(read[delimiter]))
    start = headers.start(label, list(enumerate(read[delimiter], 1)))
    if start is None:
        raise IntakeError("empty_file")
    return delimiter, start


def _rows(
    content: bytes, delimiter: str, width: int, header: int, mended: Counter[str]
) -> tuple[list[pa.ChunkedArray], npt.NDArray[np.int64], tuple[TornRow, ...]]:
    """The columns below the header's last line, the lines that a spreadsheet would show, and the rows that are torn."""
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
    above = int(np.searchsorted(lines, header, side="right"))
    mendable, torn = _mendable(invalid, delimiter, width, header)
    table, lines = _with_rows(table.slice(above), lines[above:], mendable)
    columns = cleaned(table.columns, mended)
    kept = filled(columns, len(lines))
    if not kept.all():
        columns, lines = [column.filter(pa.array(kept)) for column in columns], lines[kept]
    return columns, lines, torn


def _line_numbers(rows: int, invalid: Iterable[int]) -> npt.NDArray[np.int64]:
    """The numbers of the rows that could be read: all numbers but the invalid rows'."""
    gone = np.array(sorted(invalid), dtype=np.int64)
    return np.setdiff1d(np.arange(1, rows + len(gone) + 1, dtype=np.int64), gone, assume_unique=True)


def _mendable(
    invalid: Iterable[pacsv.InvalidRow], delimiter: str, width: int, header: int
) -> tuple[dict[int, list[str]], tuple[TornRow, ...]]:
    """The rows below the header with another number of cells: by number those that say what is meant, and the torn.

    Spreadsheets leave delimiters away behind a row's last filled cell, or write too many. A quote that is not closed,
    or a cell of several lines in a short row, may have swallowed whole rows, and is left alone.
    """
    mendable, torn = {}, []
    for row in invalid:
        text = row.text.strip("\r\n")
        if row.number <= header or not text.strip(f'{delimiter}" \t\r\n'):
            continue
        cells = next(csv.reader([text], delimiter=delimiter))
        if "\n" in text or "\r" in text or text.count('"') % 2 or any(cell.strip() for cell in cells[width:]):
            torn.append(TornRow(row.number, "wrong_columns", f"{row.actual_columns} ≠ {row.expected_columns}", text))
        else:
            mendable[row.number] = (cells + [""] * width)[:width]
    return mendable, tuple(torn)


def _with_rows(
    table: pa.Table, lines: npt.NDArray[np.int64], more: dict[int, list[str]]
) -> tuple[pa.Table, npt.NDArray[np.int64]]:
    """The table with more rows, by their numbers, each in its place."""
    if not more:
        return table, lines
    added = pa.table([pa.array(cells, pa.string()) for cells in zip(*more.values(), strict=True)], table.column_names)
    lines = np.concatenate([lines, np.fromiter(more, np.int64, len(more))])
    order = np.argsort(lines)
    return pa.concat_tables([table, added]).take(pa.array(order)), lines[order]
