"""The demo region, loaded into a store."""

from pathlib import Path

from analytics.errors import StoreError
from analytics.intake.importing import import_files
from analytics.store import Store
from analytics.warehouse import Snapshot, build

DEMO_FOLDER = Path(__file__).parents[2] / "data" / "demo"


def load_demo(store: Store) -> Snapshot:
    """Import the demo region's files as one batch, marked as demo, and publish them.

    Raises StoreError where the store holds anything already.
    """
    if store.active():
        raise StoreError("store_not_empty")
    import_files(store, [DEMO_FOLDER], who="demo", is_demo=True)
    return build(store)


def demo_batches(store: Store) -> list[str]:
    """The demo's batches that count: they make room for the first data of one's own."""
    return [entry.batch for entry in store.active() if entry.is_demo]
