"""The store's folder, and the one way to add to it.

A batch is a folder with one Parquet file a table and the ledger's entry. It is written out of sight
and then renamed into place: it is there whole or not at all, whenever the process dies.
"""

import getpass
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

from filelock import FileLock

from analytics.errors import StoreError
from analytics.model import TABLES
from analytics.store.ledger import (
    WITHOUT_ROWS,
    Entry,
    active_entries,
    batch_meant,
    erased_batches,
    standing_entries,
)

_ENTRY = "entry.json"
_STAGING = ".staging-"
_BATCH = re.compile(r"\d{6,}-[0-9a-f]{6}")
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
        """Every entry, oldest first, undone ones too. Raises StoreError where an entry cannot be read."""
        return [_entry(folder) for folder in self._published()]

    def head(self) -> str | None:
        """The newest batch, whether it counts or not; None before the first."""
        published = self._published()
        return published[-1].name if published else None

    def active(self) -> list[Entry]:
        """The entries whose rows count, oldest first."""
        return active_entries(self.ledger())

    def files(self, table: str, entries: Sequence[Entry] | None = None) -> list[Path]:
        """The Parquet files of ``table`` in the given batches, oldest first; without any, in the active ones."""
        files = (
            self.batches / entry.batch / f"{table}.parquet" for entry in (self.active() if entries is None else entries)
        )
        return [file for file in files if file.exists()]

    def tables(self, without: Collection[str] = ()) -> dict[str, list[Path]]:
        """The Parquet files of every table at one moment, oldest first; as if the batches ``without`` did not count."""
        entries = [entry for entry in self.active() if entry.batch not in without]
        return {table: self.files(table, entries) for table in TABLES}

    @contextmanager
    def staging(self) -> Iterator["Staging"]:
        """A place to write a batch out of sight; what is not published is thrown away.

        Raises StoreError where nothing can be written (any more).
        """
        folder = self.batches / f"{_STAGING}{token_hex(8)}"
        try:
            self._sweep()
            folder.mkdir()
            yield Staging(self, folder)
        except OSError as error:
            raise StoreError("store_not_writable", folder=str(self.folder)) from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def undo(self, batch: str, who: str | None = None) -> Entry:
        """Take ``batch`` back by a new entry; what is in it stays on the disk.

        Raises StoreError where it is unknown, undone already, or erased.
        """

        def check(ledger: list[Entry]) -> None:
            if batch not in {entry.batch for entry in ledger}:
                raise StoreError("unknown_batch", batch=batch)
            if batch_meant(ledger, batch) in erased_batches(ledger):
                raise StoreError("erased_batch", batch=batch)
            if batch not in {entry.batch for entry in standing_entries(ledger)}:
                raise StoreError("already_undone", batch=batch)

        with self.staging() as staging:
            return staging.publish(Entry("", "undo", who or _user(), "", "undo", undoes=batch), check)

    def erase(self, batch: str, who: str | None = None) -> Entry:
        """Write down that ``batch`` is erased for good: from now on nobody reads it, and nothing brings it back.

        Its content goes with :meth:`clear`. Raises StoreError where it is unknown, erased already, or has no content.
        """

        def check(ledger: list[Entry]) -> None:
            found = next((entry for entry in ledger if entry.batch == batch), None)
            if found is None:
                raise StoreError("unknown_batch", batch=batch)
            if batch in erased_batches(ledger):
                raise StoreError("erased_batch", batch=batch)
            if found.kind in WITHOUT_ROWS:
                raise StoreError("nothing_to_erase", batch=batch)

        with self.staging() as staging:
            return staging.publish(Entry("", "erase", who or _user(), "", "erase", undoes=batch), check)

    def to_clear(self) -> list[Entry]:
        """The erased batches whose content still lies there, because whoever erased them has not come that far."""
        ledger = self.ledger()
        erased = erased_batches(ledger)
        return [entry for entry in ledger if entry.batch in erased and (entry.sources or self._content(entry.batch))]

    def clear(self, entry: Entry) -> None:
        """Do away with the content of an erased batch; its entry stays, without the names and digests of its sources.

        It may die at any instant and be done again: the entry loses its sources last of all.
        """
        folder = self.batches / entry.batch
        try:
            for file in self._content(entry.batch):
                file.unlink(missing_ok=True)
            fresh = folder / f".{token_hex(8)}"
            fresh.write_text(replace(entry, sources=()).to_json(), "utf-8")
            _sync(fresh)
            fresh.replace(folder / _ENTRY)
            _sync(folder)
        except OSError as error:
            raise StoreError("store_not_writable", folder=str(self.folder)) from error

    def _content(self, batch: str) -> list[Path]:
        return [file for file in (self.batches / batch).iterdir() if file.name != _ENTRY]

    def _published(self) -> list[Path]:
        """The batches' folders, oldest first; whatever else lies there is none of ours."""
        return sorted(folder for folder in self.batches.iterdir() if _BATCH.fullmatch(folder.name))

    def _sweep(self) -> None:
        """Remove what processes that died left behind."""
        limit = (datetime.now(UTC) - _ABANDONED).timestamp()
        for left in (*self.batches.glob(".*"), *self.snapshots.glob(".*"), *self.folder.glob(".current-*")):
            with suppress(OSError):  # another process may sweep, too
                if left.stat().st_mtime < limit:
                    shutil.rmtree(left) if left.is_dir() else left.unlink()


class Staging:
    """A batch in the making: write Parquet files into ``folder``, then publish."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self.folder = folder

    def publish(self, entry: Entry, check: Callable[[list[Entry]], None] | None = None) -> Entry:
        """Give the batch its number and make it part of the store; the entry as it stands in the ledger.

        ``check`` sees the ledger that the entry will follow and may raise to prevent it.
        """
        store = self._store
        with store.lock():
            if check is not None:
                check(store.ledger())
            number = 1 + max((int(folder.name.partition("-")[0]) for folder in store._published()), default=0)
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
            self.folder.rename(store.batches / named.batch)
            _sync(store.batches)
        return named


def _entry(folder: Path) -> Entry:
    try:
        return Entry.from_json((folder / _ENTRY).read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError("broken_batch", batch=folder.name) from error


def _user() -> str:
    """Who runs this process, as far as the machine knows."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def _sync(path: Path) -> None:
    """Make sure that ``path`` survives a power cut."""
    if os.name == "nt" and path.is_dir():
        return  # Windows opens no folders
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
