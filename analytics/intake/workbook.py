"""Workbooks (XLSX, XLSM, XLS, ODS) as sheets."""

import os
import subprocess
import sys
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa

from analytics.errors import IntakeError
from analytics.intake.cells import cleaned
from analytics.intake.header_row import ROWS_LOOKED_AT
from analytics.intake.note import Note
from analytics.intake.sheet import MOST_COLUMNS, Headers, Sheet, filled, label_of, shown, within_table
from analytics.warehouse.drafts import SheetText

_READER = Path(__file__).with_name("workbook_process.py")
OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = 3
_SECONDS = 300
_MOST_UNPACKED = 512 << 20
_CHUNK = 1 << 16
_DAY_ZERO = {"1900": date(1899, 12, 30), "1904": date(1904, 1, 1)}
"""By what a workbook says: the day that its serial numbers count from, right from March 1900 on."""


@dataclass(frozen=True)
class _Cells:
    """A sheet as the process read it: its name, its cells, and day 0 of its serial numbers."""

    name: str
    rows: pa.Table
    is_visible: bool
    day_zero: date


def read_workbook(path: Path, number: int, headers: Headers) -> tuple[list[Sheet], list[Note]]:
    """Every visible sheet of the workbook that has a row, and what is to be said of the others.

    ``headers`` is what is known of the sheets' headers.

    Raises IntakeError where the workbook is broken, locked or too large, or has no such sheet.
    """
    if _is_old(path):
        if _is_encrypted(path):
            raise IntakeError("locked_workbook")
    else:
        _check_unpacked_size(path)
    digest = sha256(path.read_bytes()).hexdigest()
    sheets: list[Sheet] = []
    empty: list[str] = []
    hidden: list[str] = []
    for found in _cells(path):
        if found.rows.num_columns > MOST_COLUMNS:
            raise IntakeError("too_many_columns", n=found.rows.num_columns, most=MOST_COLUMNS)
        sheet = _sheet(path, number + len(sheets), digest, found, headers)
        if sheet is None:
            empty.append(found.name)
        elif not found.is_visible:
            hidden.append(found.name)
        else:
            sheets.append(sheet)
    if not sheets:
        raise IntakeError("only_hidden_sheets", sheets=", ".join(hidden)) if hidden else IntakeError("empty_file")
    told = {"hidden_sheets": hidden, "empty_sheets": empty}
    return sheets, [
        Note(shown(path), None, None, f"notes.{key}", ", ".join(names), len(names))
        for key, names in told.items()
        if names
    ]


def _sheet(path: Path, number: int, digest: str, cells: _Cells, headers: Headers) -> Sheet | None:
    """One sheet, or None where it has no cell that is filled."""
    mended: Counter[str] = Counter()
    columns = cleaned(cells.rows.columns, mended)
    rows = np.flatnonzero(filled(columns, cells.rows.num_rows))
    first = [
        (int(row) + 1, [str(column[int(row)].as_py() or "") for column in columns]) for row in rows[:ROWS_LOOKED_AT]
    ]
    start = headers.start(label_of(path, cells.name), first)
    if start is None:
        return None
    rows = rows[start.header.end :]
    taken, below = within_table([column.take(pa.array(rows)) for column in columns], rows + 1)
    text = SheetText(number, taken, digest, day_zero=cells.day_zero)
    return Sheet(path, cells.name, start.titles, text, mended=mended, start=start, below=below)


def _cells(path: Path) -> list[_Cells]:
    """The sheets with their cells, read by a process that may die of them."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(_READER), str(path)], capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise IntakeError("workbook_too_large", megabytes=_MOST_UNPACKED >> 20) from error
    if done.returncode == _BROKEN:
        raise IntakeError("broken_workbook")
    if done.returncode != 0:
        raise IntakeError("workbook_too_large", megabytes=_MOST_UNPACKED >> 20)
    sheets = []
    source = pa.BufferReader(done.stdout)
    while source.tell() < source.size():
        table = pa.ipc.open_stream(source).read_all()
        known = {key.decode(): value.decode() for key, value in table.schema.metadata.items()}
        sheets.append(_Cells(known["sheet"], table, known["visible"] == "visible", _DAY_ZERO[known["epoch"]]))
    return sheets


def _check_unpacked_size(path: Path) -> None:
    """Refuse a workbook that would unpack to gigabytes; what its directory says of sizes is not believed."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if any(member.flag_bits & 0x1 for member in members):
                raise IntakeError("locked_workbook")
            total = 0
            with path.open("rb") as raw:
                for member in members:
                    total += _unpacked_size(raw, member, _MOST_UNPACKED - total)
                    if total >= _MOST_UNPACKED:
                        raise IntakeError("workbook_too_large", megabytes=_MOST_UNPACKED >> 20)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise IntakeError("broken_workbook") from error


def _unpacked_size(raw: BinaryIO, member: zipfile.ZipInfo, most: int) -> int:
    """The bytes that ``member`` unpacks to, counted up to ``most`` by unpacking it."""
    if member.compress_type != zipfile.ZIP_DEFLATED:
        return member.compress_size
    raw.seek(member.header_offset + 26)
    lengths = raw.read(4)
    raw.seek(int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little"), os.SEEK_CUR)
    unpack = zlib.decompressobj(-zlib.MAX_WBITS)
    size, left = 0, member.compress_size
    while left > 0 and size < most and (chunk := raw.read(min(_CHUNK, left))):
        left -= len(chunk)
        while chunk and size < most:
            size += len(unpack.decompress(chunk, 256 * _CHUNK))
            chunk = unpack.unconsumed_tail
    return size


def _is_old(path: Path) -> bool:
    """Whether the file is a container of older Office programs: an XLS file, or an encrypted one of today's."""
    with path.open("rb") as file:
        return file.read(len(OLD_CONTAINER)) == OLD_CONTAINER


def _is_encrypted(path: Path) -> bool:
    """Whether the container holds an encrypted package instead of a workbook."""
    return "EncryptedPackage".encode("utf-16-le") in path.read_bytes()
