"""XLSX workbooks as sheets."""

import os
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import fastexcel
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from analytics.errors import IntakeError
from analytics.intake.sheet import Sheet, as_rows
from analytics.warehouse.drafts import SheetText

_MOST_UNPACKED = 512 << 20
_CHUNK = 1 << 16
_MOST_COLUMNS = 2_000


def read_workbook(path: Path, number: int) -> list[Sheet]:
    """Every sheet of the workbook that has a row. Raises IntakeError where it is broken, locked or too large."""
    _check_unpacked_size(path)
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    try:
        workbook = fastexcel.read_excel(content)
        names = list(workbook.sheet_names)
        loaded = [(name, workbook.load_sheet(name, header_row=None, dtypes="string").to_arrow()) for name in names]
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a panic of the reader's own, in Rust, is no Exception
        raise IntakeError("broken_workbook") from error
    sheets = []
    for name, cells in loaded:
        filled = np.flatnonzero(_filled(cells))
        if not len(filled):
            continue
        if cells.num_columns > _MOST_COLUMNS:
            raise IntakeError("too_many_columns", n=cells.num_columns, most=_MOST_COLUMNS)
        table = pa.Table.from_batches([cells]) if isinstance(cells, pa.RecordBatch) else cells
        header = tuple(str(column[int(filled[0])].as_py() or "") for column in table.columns)
        below = table.take(pa.array(filled[1:]))
        rows = as_rows(below.columns, pa.array(filled[1:] + 1))
        text = SheetText(number + len(sheets), rows, digest, from_spreadsheet=True)
        sheets.append(Sheet(path, name, header, text))
    if not sheets:
        raise IntakeError("empty_file")
    return sheets


def _filled(cells: pa.RecordBatch) -> np.ndarray:
    """Which rows have a filled cell."""
    filled = np.zeros(cells.num_rows, dtype=bool)
    for column in cells.columns:
        filled |= pc.fill_null(pc.greater(pc.binary_length(column), 0), False).to_numpy(zero_copy_only=False)
    return filled


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
    except (zipfile.BadZipFile, OSError, zlib.error, EOFError, ValueError, NotImplementedError) as error:
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
