"""XLSX workbooks as sheets."""

import os
import subprocess
import sys
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pyarrow as pa

from analytics.errors import IntakeError
from analytics.intake.sheet import MOST_COLUMNS, Sheet, as_rows, filled, trimmed
from analytics.warehouse.drafts import SheetText

_READER = Path(__file__).with_name("workbook_process.py")
_BROKEN = 3
_SECONDS = 300
_MOST_UNPACKED = 512 << 20
_CHUNK = 1 << 16


def read_workbook(path: Path, number: int) -> list[Sheet]:
    """Every sheet of the workbook that has a row. Raises IntakeError where it is broken, locked or too large."""
    _check_unpacked_size(path)
    digest = sha256(path.read_bytes()).hexdigest()
    sheets: list[Sheet] = []
    for name, cells in _cells(path):
        columns = trimmed(cells.columns)
        rows = np.flatnonzero(filled(columns, cells.num_rows))
        if not len(rows):
            continue
        if cells.num_columns > MOST_COLUMNS:
            raise IntakeError("too_many_columns", n=cells.num_columns, most=MOST_COLUMNS)
        header = tuple(str(column[int(rows[0])].as_py() or "") for column in columns)
        below = [column.take(pa.array(rows[1:])) for column in columns]
        text = SheetText(number + len(sheets), as_rows(below, rows[1:] + 1), digest, from_spreadsheet=True)
        sheets.append(Sheet(path, name, header, text))
    if not sheets:
        raise IntakeError("empty_file")
    return sheets


def _cells(path: Path) -> list[tuple[str, pa.Table]]:
    """The sheets' names and cells, read by a process that may die of them."""
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
        sheets.append((table.schema.metadata[b"sheet"].decode(), table))
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
        raise IntakeError("locked_workbook" if _is_encrypted(path) else "broken_workbook") from error


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


def _is_encrypted(path: Path) -> bool:
    """Whether the file is Office's encrypted container instead of a plain workbook."""
    with path.open("rb") as file:
        return file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
