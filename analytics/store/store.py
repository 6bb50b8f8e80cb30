"""The store's folder, and the one way to add to it.

A batch is a folder with one Parquet file a table and the ledger's entry. It is written out of sight
and then renamed into place: it is there whole or not at all, whenever the process dies.
"""

import getpass
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

from filelock import FileLock

from analytics.errors import StoreError
from analytics.model import TABLES
from analytics.store.ledger import Entry, active_entries

_ENTRY = "entry.json"
_STAGING = ".staging-"
_ABANDONED = timedelta(days=1)


def store_folder() -> Path:
    """The store's folder: ``NETWORK_STORE``, else ``data/store`` in the working directory."""
    return Path(os.environ.get("NETWORK_STORE") or Path("data") / "store")


class Store:
    """A store in ``folder``, which is created when missing. Raises StoreError where that cannot be."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or store_folder()
        self.batches = self.folder / "batches"
        self.snapshots = self.folder / "snapshots"
        try:
            for needed in (self.batches, self.snapshots):
                needed.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError("store_not_writable", folder=str(self.folder)) from error

    def lock(self) -> FileLock:
        """The lock that a writer holds while it publishes. Readers never wait for it; a dead process frees it."""
        return FileLock(self.folder / ".lock")

    def ledger(self) -> list[Entry]:
        """Every entry, oldest first, undone ones too."""
        entries = []
        for folder in sorted(self.batches.iterdir()):
            if not folder.name.startswith("."):
                entries.append(Entry.from_json((folder / _ENTRY).read_text("utf-8")))
        return entries

    def active(self) -> list[Entry]:
        """The entries whose rows count, oldest first."""
        return active_entries(self.ledger())

    def files(self, table: str, entries: Sequence[Entry] | None = None) -> list[Path]:
        """The Parquet files of ``table`` in the given batches, oldest first; without any, in the active ones."""
        files = (
            self.batches / entry.batch / f"{table}.parquet" for entry in (self.active() if entries is None else entries)
        )
        return [file for file in files if file.exists()]

    def tables(self) -> dict[str, list[Path]]:
        """The Parquet files of every table at one moment, oldest first."""
        entries = self.active()
        return {table: self.files(table, entries) for table in TABLES}

    @contextmanager
    def staging(self) -> Iterator["Staging"]:
        """A place to write a batch out of sight; what is not published is thrown away."""
        self._sweep()
        folder = self.batches / f"{_STAGING}{token_hex(8)}"
        folder.mkdir()
        try:
            yield Staging(self, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def undo(self, batch: str, who: str | None = None) -> Entry:
        """Take ``batch`` back by a new entry. Raises StoreError where it is unknown or undone already."""
        ledger = self.ledger()
        by_name = {entry.batch: entry for entry in ledger}
        if batch not in by_name:
            raise StoreError("unknown_batch", batch=batch)
        if batch in _undone(ledger):
            raise StoreError("already_undone", batch=batch)
        with self.staging() as staging:
            return staging.publish(Entry("", "undo", who or _user(), "", "undo", undoes=batch))

    def _sweep(self) -> None:
        """Remove what processes that died left behind."""
        limit = datetime.now(UTC) - _ABANDONED
        for left in self.batches.glob(f"{_STAGING}*"):
            if datetime.fromtimestamp(left.stat().st_mtime, UTC) < limit:
                shutil.rmtree(left, ignore_errors=True)


class Staging:
    """A batch in the making: write Parquet files into ``folder``, then publish."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self.folder = folder

    def publish(self, entry: Entry) -> Entry:
        """Give the batch its number and make it part of the store; the entry as it stands in the ledger."""
        with self._store.lock():
            taken = [folder.name for folder in self._store.batches.iterdir() if not folder.name.startswith(".")]
            number = 1 + max((int(name.partition("-")[0]) for name in taken), default=0)
            now = datetime.now(UTC)
            named = replace(
                entry,
                batch=f"{number:06d}-{token_hex(3)}",
                who=entry.who or _user(),
                at=now.isoformat(timespec="seconds"),
            )
            (self.folder / _ENTRY).write_text(named.to_json(), "utf-8")
            for file in self.folder.iterdir():
                _sync(file)
            _sync(self.folder)
            self.folder.rename(self._store.batches / named.batch)
            _sync(self._store.batches)
        return named


def _undone(ledger: list[Entry]) -> set[str]:
    undone: set[str] = set()
    for entry in reversed(ledger):
        if entry.undoes is not None and entry.batch not in undone:
            undone.add(entry.undoes)
    return undone


def _user() -> str:
    """Who runs this process, as far as the machine knows."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _sync(path: Path) -> None:
    """Make sure that ``path`` survives a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
