"""A look at what would be: the snapshot that the store would have with a batch that is not published."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from analytics.store import Entry, Store
from analytics.warehouse.connection import View
from analytics.warehouse.deletion import last_deletion
from analytics.warehouse.snapshot import Snapshot, fill


@contextmanager
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database in memory, gone afterwards."""
    with duckdb.connect(":memory:") as connection:
        yield connection


def trial(connection: duckdb.DuckDBPyConnection, store: Store, staged: Entry) -> View:
    """The management's view of the store with ``staged``, whose batch names the folder that it is written in.

    It is built into ``connection``, an empty database, as if the batches that ``staged`` replaces did not count.
    """
    entries = [entry for entry in store.active() if entry.batch not in staged.replaces] + [staged]
    fill(connection, store, entries, last_deletion(store, entries))
    return View(Snapshot(f"trial-{staged.batch}", store.snapshots), connection=connection)
