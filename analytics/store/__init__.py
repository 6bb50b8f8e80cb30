"""The store: batches, their ledger, and journals of what becomes a batch soon. Every change comes in here."""

from analytics.store.journal import Journal, Line
from analytics.store.ledger import DOOR, Entry, Rows, Source, active_entries, standing_entries
from analytics.store.secret import renewed_secret, secret
from analytics.store.store import Staging, Store, store_folder

__all__ = [
    "DOOR",
    "Entry",
    "Journal",
    "Line",
    "Rows",
    "Source",
    "Staging",
    "Store",
    "active_entries",
    "renewed_secret",
    "secret",
    "standing_entries",
    "store_folder",
]
