"""Snapshots: the store's batches built into one DuckDB file that never changes, and the pointer to the newest.

A snapshot is named by its content: the batches, the model and the SQL that built it. It is written under a
name that nobody reads and renamed when it is whole; the pointer is swapped the same way.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from secrets import token_hex

import duckdb

from analytics.errors import SnapshotError
from analytics.model import TABLES
from analytics.store import Entry, Store, erased_batches
from analytics.warehouse.contradiction_rules import all_breaches
from analytics.warehouse.deletion import last_deletion
from analytics.warehouse.erasing import clear_erased
from analytics.warehouse.increment import MOST_BATCHES, BuildWholeError, add, again, can_be_added
from analytics.warehouse.resolution import joined, resolved
from analytics.warehouse.snapshot_file import READING, WRITING, copy_sealed, ledger_of, seal, write_ledger
from analytics.warehouse.sql import literal, sql_file
from analytics.warehouse.state import state_of

_ABANDONED = 24 * 60 * 60
AUDIENCES = ("management", "ministry", "public")
_MASKED = ("ministry", "public")
"""The audiences whose schema is made from masked tables."""
REFERENCE = Path(__file__).parents[2] / "data" / "reference"
MARTS = (
    "organisations", "organisation_names", "organisation_aliases", "organisation_comparisons", "people",
    "registrations", "events", "participations", "deletions", "cooperations", "cooperation_stages",
    "cooperation_members", "consultations", "funding", "feedback", "targets", "target_notes", "attendances",
    "contacts", "first_contacts", "pending", "horizon", "beginning", "organisation_pseudonyms",
    "cooperation_pseudonyms", "built",
)  # fmt: skip
"""The snapshot's tables in the order of their building."""


@dataclass(frozen=True)
class Snapshot:
    """A snapshot by its name, and the file it stands in."""

    name: str
    path: Path


def build(store: Store) -> Snapshot:
    """Build the store's batches into a snapshot and publish it; one that is there already is used again.

    Then what is left of erased batches goes: their files, and the snapshots that were built from them.
    """
    _sweep(store)
    while True:
        entries = store.active()
        deleted_until = last_deletion(store, entries)
        snapshot = _snapshot(store, _name(entries, deleted_until))
        if not snapshot.path.exists() and not _write(store, entries, snapshot, deleted_until):
            continue
        with store.lock():
            if _name(now := store.active(), last_deletion(store, now)) == snapshot.name:
                _point_to(store, snapshot)
                break
    clear_erased(store)
    return snapshot


def current(store: Store) -> Snapshot:
    """The snapshot that the pointer names. Raises SnapshotError where none is yet, or none of this version."""
    try:
        snapshot = _snapshot(store, (store.folder / "current").read_text("utf-8").strip())
    except FileNotFoundError as error:
        raise SnapshotError("no_snapshot") from error
    if not snapshot.path.exists():
        raise SnapshotError("snapshot_gone", snapshot=snapshot.name)
    if not snapshot.name.startswith(_recipe()):
        raise SnapshotError("snapshot_outdated", snapshot=snapshot.name)
    return snapshot


def snapshots(store: Store) -> list[tuple[Snapshot, datetime]]:
    """The snapshots of this version with data, each with the time (UTC) of its newest batch; the newest first.

    Of those with the same newest batch (as after an undo) the one built last comes first.
    """
    found = []
    for path in store.snapshots.glob(f"{_recipe()}*.duckdb"):
        if (moment := _newest_batch(path)) is not None:
            found.append((moment, path.stat().st_mtime_ns, _snapshot(store, path.stem)))
    found.sort(key=lambda entry: entry[:2], reverse=True)
    return [(snapshot, moment) for moment, _, snapshot in found]


@lru_cache(maxsize=256)
def _newest_batch(path: Path) -> datetime | None:
    """When the newest of the batches in the snapshot came; None without any."""
    with duckdb.connect(str(path), read_only=True, config=READING) as connection:
        ledger = ledger_of(connection)
    return max((datetime.fromisoformat(entry.at) for entry in ledger), default=None)


def _snapshot(store: Store, name: str) -> Snapshot:
    return Snapshot(name, store.snapshots / f"{name}.duckdb")


@cache
def _recipe() -> str:
    """Six digits for all that decides what is built from the batches: the model, the SQL, the reference data."""
    digest = sha256(repr(TABLES).encode())
    for folder in ("contradictions", "marts", "views"):
        for source in sorted(files(f"analytics.warehouse.{folder}").iterdir(), key=lambda entry: entry.name):
            if source.name.endswith(".sql"):
                digest.update(source.read_bytes())
    for name in ("districts_nrw.csv", "postcodes_nrw.csv"):
        digest.update((REFERENCE / name).read_bytes())
    return digest.hexdigest()[:6]


def _name(entries: list[Entry], deleted_until: date | None) -> str:
    """The name of the snapshot of these batches: sixteen hexadecimal digits, the first six the recipe's."""
    return _recipe() + _digest(entries, deleted_until)[:10]


def _digest(entries: Sequence[Entry], deleted_until: date | None) -> str:
    lines = [entry.to_json() for entry in entries] + ([deleted_until.isoformat()] if deleted_until else [])
    return sha256("\n".join(lines).encode()).hexdigest()


def _write(store: Store, entries: list[Entry], snapshot: Snapshot, deleted_until: date | None) -> bool:
    """Write the snapshot of these batches; False where one of them was erased meanwhile: then there is to be none."""
    unfinished = store.snapshots / f".building-{token_hex(8)}.duckdb"
    try:
        if not _grow(store, entries, unfinished, deleted_until):
            with _one_write(unfinished) as connection:
                fill(connection, store, entries, deleted_until)
        with store.lock():
            if _is_erased(store, entries):
                return False
            seal(unfinished, snapshot.path)
            unfinished.rename(snapshot.path)
        return True
    except duckdb.Error as error:
        if _is_erased(store, entries):  # its files may be gone
            return False
        raise SnapshotError("not_built", cause=str(error).partition("\n")[0]) from error
    finally:
        _remove(unfinished)


@contextmanager
def _one_write(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database that is written to the disk once, not once a statement.

    By one thread: two spend a third more of the processors on it and are hardly sooner done, and visitors want some.
    """
    with duckdb.connect(str(file), config=WRITING) as connection:
        connection.begin()
        yield connection
        connection.commit()
        connection.execute("checkpoint")


def _grow(store: Store, entries: list[Entry], unfinished: Path, deleted_until: date | None) -> bool:
    """Write the snapshot as an earlier one and what has come since, where that is as good as a whole build."""
    for count in range(len(entries) - 1, max(0, len(entries) - 1 - MOST_BATCHES), -1):
        earlier = _snapshot(store, _name(entries[:count], deleted_until))
        if not earlier.path.exists():
            continue
        if can_be_added(entries[count:]) and copy_sealed(earlier.path, unfinished):
            with suppress(BuildWholeError, duckdb.Error):  # a whole build tells what is wrong, where anything is
                with _one_write(unfinished) as connection:
                    _load_state(connection, store, entries)
                    _set_variables(connection, entries, deleted_until)
                    add(connection, store, entries, count)
                    connection.execute("drop schema state cascade")
                return True
        _remove(unfinished)
        return False
    return False


def _remove(unfinished: Path) -> None:
    for left in unfinished.parent.glob(f"{unfinished.name}*"):
        left.unlink(missing_ok=True)


def fill(
    connection: duckdb.DuckDBPyConnection, store: Store, entries: Sequence[Entry], deleted_until: date | None
) -> None:
    """Build the tables and views of a snapshot of these batches into an empty database."""
    _load_reference(connection)
    _load_state(connection, store, entries)
    _set_variables(connection, entries, deleted_until)
    connection.execute(f"create table base.contradictions as {all_breaches()}")
    for mart in MARTS:
        connection.execute(sql_file("analytics.warehouse.marts", mart))
    connection.execute("create table base.ledger (entry varchar)")
    write_ledger(connection, entries)
    connection.execute("drop schema state cascade")
    _create_audiences(connection)


def _set_variables(connection: duckdb.DuckDBPyConnection, entries: Sequence[Entry], deleted_until: date | None) -> None:
    connection.execute("set variable salt = ?", [_digest(entries, deleted_until)[:32]])
    connection.execute("set variable deleted_until = ?::date", [deleted_until])
    connection.execute("set variable today = ?", [date.today()])


def _is_erased(store: Store, entries: list[Entry]) -> bool:
    return not erased_batches(store.ledger()).isdisjoint(entry.batch for entry in entries)


def _create_audiences(connection: duckdb.DuckDBPyConnection) -> None:
    """A schema an audience, with the same views: over the tables as they are, or over the masked ones."""
    connection.execute(sql_file("analytics.warehouse.views", "masked"))
    scoped = "\n".join(sql_file("analytics.warehouse.views", name) for name in ("scoped", "scoped_cooperations"))
    for audience in AUDIENCES:
        connection.execute(f"create schema {audience}")
        seen = scoped.replace("base.", "masked.") if audience in _MASKED else scoped
        connection.execute(seen.replace("audience.", f"{audience}."))


def _sweep(store: Store) -> None:
    """Remove what builds that died left behind a day ago or more."""
    for left in store.snapshots.glob(".building-*"):
        with suppress(FileNotFoundError):  # another build may be through with it meanwhile
            if time.time() - left.stat().st_mtime > _ABANDONED:
                left.unlink()


def _load_reference(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("create schema base")
    for table, name, types in (
        ("districts", "districts_nrw", "{'ags5': 'varchar'}"),
        ("postcodes", "postcodes_nrw", "{'ags5': 'varchar', 'postcode': 'varchar'}"),
    ):
        path = literal(str(REFERENCE / f"{name}.csv"))
        connection.execute(f"create table base.{table} as from read_csv({path}, types = {types})")


def _load_state(connection: duckdb.DuckDBPyConnection, store: Store, entries: Sequence[Entry]) -> None:
    connection.execute("create schema state")
    stated = {name: state_of(table, store.files(name, entries)) for name, table in TABLES.items()}
    connection.execute(f"create view state.organisation_records as from {stated['organisations']}")
    connection.execute(f"create view state.organisation_aliases as from {stated['organisation_aliases']}")
    connection.execute(again(sql_file("analytics.warehouse.marts", "resolution")))
    connection.execute(f"create view state.organisations as {joined('state.organisation_records')}")
    for name, table in TABLES.items():
        if name not in ("organisations", "organisation_aliases"):
            connection.execute(f"create view state.{name} as {resolved(table, stated[name])}")
    seen, doors = TABLES["participations"], [entry for entry in entries if entry.is_of_a_door]
    connection.execute(f"create view state.seen_at_the_door as from {state_of(seen, store.files(seen.name, doors))}")


def _point_to(store: Store, snapshot: Snapshot) -> None:
    pointer = store.folder / "current"
    fresh = store.folder / f".current-{token_hex(8)}"
    fresh.write_text(snapshot.name, "utf-8")
    fresh.replace(pointer)
