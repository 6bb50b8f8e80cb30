"""The store: batches and their ledger. Every change comes in here, and nothing else is ever written."""

from analytics.store.ledger import Entry, Rows, Source, active_entries, standing_entries
from analytics.store.store import Staging, Store, store_folder

__all__ = ["Entry", "Rows", "Source", "Staging", "Store", "active_entries", "standing_entries", "store_folder"]
