"""The store: batches, their ledger, and journals of what becomes a batch soon. Every change comes in here."""

from analytics.store.journal import Journal, Line
from analytics.store.ledger import (
    DOOR,
    WITHOUT_ROWS,
    Entry,
    Rows,
    Source,
    active_entries,
    batch_meant,
    erased_batches,
    standing_entries,
)
from analytics.store.secret import renewed_secret, secret
from analytics.store.store import Staging, Store, store_folder

__all__ = [
    "DOOR",
    "WITHOUT_ROWS",
    "Entry",
    "Journal",
    "Line",
    "Rows",
    "Source",
    "Staging",
    "Store",
    "active_entries",
    "batch_meant",
    "erased_batches",
    "renewed_secret",
    "secret",
    "standing_entries",
    "store_folder",
]
