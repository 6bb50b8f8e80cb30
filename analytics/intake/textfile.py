"""Text files (CSV in its many dialects) as sheets."""

import codecs
import csv
import io
import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

from analytics.errors import IntakeError
from analytics.intake.sheet import Sheet, TornRow, as_rows
from analytics.warehouse.drafts import SheetText
from analytics.warehouse.readings import NUL_MARK

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DELIMITERS = ";,\t|"
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1f]")
_LONGEST_ROW = 8 << 20
_MOST_COLUMNS = 2_000


def read_text_file(path: Path, number: int) -> list[Sheet]:
    """The one sheet of the text file ``path``. Raises IntakeError where it is no table of text."""
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    content = _as_utf8(content)
    content, delimiter = _announced_delimiter(content)
    if not content.strip():
        raise IntakeError("empty_file")
    delimiter = delimiter or _likely_delimiter(content)
    header, skipped = _header(content, delimiter)
    if len(header) > _MOST_COLUMNS:
        raise IntakeError("too_many_columns", n=len(header), most=_MOST_COLUMNS)
    rows, torn = _rows(content, delimiter, len(header), skipped)
    text = SheetText(number, rows, digest, comma_decimals=delimiter == ";")
    return [Sheet(path, None, header, text, torn)]


def _as_utf8(content: bytes) -> bytes:
    """The content in UTF-8, whichever encoding it came in; NUL bytes become a mark that the checks find."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            content = content[len(bom) :]
            if encoding != "utf-8":
                content = _transcoded(content, encoding)
            break
    else:
        content = _without_bom(content)
    if len(_CONTROL.findall(content[:65536])) > max(2, len(content[:65536]) // 200):
        raise IntakeError("not_text")
    return content.replace(b"\0", NUL_MARK.encode()) if b"\0" in content else content


def _without_bom(content: bytes) -> bytes:
    sample = content[:4096]
    if content.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\x1f\x8b")):
        raise IntakeError("not_text")
    if sample.count(0) > len(sample) // 4:
        return _transcoded(content, "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace").encode("utf-8")
    return content


def _transcoded(content: bytes, encoding: str) -> bytes:
    try:
        return content.decode(encoding).encode("utf-8")
    except UnicodeError as error:
        raise IntakeError("not_text") from error


def _announced_delimiter(content: bytes) -> tuple[bytes, str | None]:
    """Excel's first line ``sep=;`` names the delimiter; it is no row."""
    announced = re.match(rb"sep=(.)\r?\n", content, re.IGNORECASE)
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


def _rows(content: bytes, delimiter: str, columns: int, skipped: int) -> tuple[pa.Table, tuple[TornRow, ...]]:
    """The rows below the header with the numbers that a spreadsheet would show, and the rows that are torn."""
    invalid: list[pacsv.InvalidRow] = []

    def note(row: pacsv.InvalidRow) -> str:
        invalid.append(row)
        return "skip"

    names = [f"c{position}" for position in range(columns)]
    try:
        table = pacsv.read_csv(
            pa.BufferReader(content),
            read_options=pacsv.ReadOptions(
                use_threads=False, column_names=names, skip_rows_after_names=0, block_size=_LONGEST_ROW
            ),
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
    kept, lines = table.slice(above), lines[above:]
    filled = _not_blank(kept)
    if not filled.all():
        kept, lines = kept.filter(pa.array(filled)), lines[filled]
    torn = tuple(
        TornRow(row.number, "wrong_columns", f"{row.actual_columns} ≠ {row.expected_columns}")
        for row in invalid
        if row.text.strip() and row.number > skipped + 1
    )
    return as_rows(kept.columns, pa.array(lines)), torn


def _line_numbers(rows: int, invalid: Iterable[int]) -> np.ndarray:
    """The numbers of the rows that could be read: all numbers but the invalid rows'."""
    gone = np.array(sorted(invalid), dtype=np.int64)
    return np.setdiff1d(np.arange(1, rows + len(gone) + 1, dtype=np.int64), gone, assume_unique=True)


def _not_blank(table: pa.Table) -> np.ndarray:
    """Which rows have a filled cell; spreadsheets export blank rows as bare delimiters."""
    filled = np.zeros(table.num_rows, dtype=bool)
    for column in table.columns:
        filled |= pc.greater(pc.binary_length(column), 0).to_numpy()
        if filled.all():
            break
    return filled
