"""Erasing a batch for good: its content, and the snapshots that were built from it.

That it is erased is written into the ledger first. From then on nobody reads its files, so that what follows may end at
any instant: the next build goes on with it.
"""

from pathlib import Path

import duckdb

from analytics.errors import StoreError
from analytics.store import Store
from analytics.warehouse.snapshot_file import batches_in


def clear_erased(store: Store) -> None:
    """Do away with what is left of erased batches: snapshots first, since their batches tell that they are left.

    Raises StoreError where a file cannot be removed.
    """
    left = store.to_clear()
    if not left:
        return
    try:
        for path in sorted(store.snapshots.glob("*.duckdb")):
            if not path.name.startswith(".") and _holds(path, {entry.batch for entry in left}):
                for file in store.snapshots.glob(f"{path.stem}.*"):
                    file.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError("store_not_writable", folder=str(store.folder)) from error
    for entry in left:
        store.clear(entry)


def _holds(path: Path, batches: set[str]) -> bool:
    """Whether a snapshot was built from one of the batches; one that cannot be read is taken to be."""
    try:
        return not batches.isdisjoint(batches_in(path))
    except duckdb.Error:
        return True
