"""How a snapshot's file is opened, and what it says of itself."""

import shutil
from collections.abc import Sequence
from hashlib import file_digest
from pathlib import Path

import duckdb

from analytics.store import Entry

_Config = dict[str, str | bool | int | float | list[str]]

READING: _Config = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
    "enable_external_access": "false",
}
"""How a snapshot is opened: it can neither reach the network nor other files."""

WRITING: _Config = {"threads": 1, "storage_compatibility_version": "latest"}
"""How a snapshot is written: in the newest form, which is smaller and read faster, but by this version of DuckDB only;
and by one thread. Two spend a third more of the processors on it and are hardly sooner done, and visitors want some.
"""


def ledger_of(connection: duckdb.DuckDBPyConnection) -> list[Entry]:
    """The entries that a snapshot was built from."""
    return [Entry.from_json(row[0]) for row in connection.execute("select entry from base.ledger").fetchall()]


def batches_in(path: Path) -> set[str]:
    """The batches that the snapshot in the file ``path`` was built from. Raises duckdb.Error where it is none."""
    with duckdb.connect(str(path), read_only=True, config=READING) as connection:
        return {entry.batch for entry in ledger_of(connection)}


def write_ledger(connection: duckdb.DuckDBPyConnection, entries: Sequence[Entry]) -> None:
    """Write down that the snapshot was built from these entries, too."""
    for entry in entries:
        connection.execute("insert into base.ledger values (?)", [entry.to_json()])


def seal(file: Path, path: Path) -> None:
    """Write down the digest of ``file``, which is about to be the snapshot in ``path``."""
    _seal_of(path).write_text(_digest(file), "utf-8")


def copy_sealed(path: Path, target: Path) -> bool:
    """Copy the snapshot in ``path``; whether the copy is what was built, to the last byte."""
    try:
        shutil.copyfile(path, target)
        return _seal_of(path).read_text("utf-8") == _digest(target)
    except (OSError, UnicodeDecodeError):
        return False


def _seal_of(path: Path) -> Path:
    return path.with_suffix(".sha256")


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()
