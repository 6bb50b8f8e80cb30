"""People whose day of deletion has come: a snapshot is built without them and without their keys.

What stays are the rows in the batches, and in snapshots built before that day.
"""

from datetime import date

import duckdb

from analytics.model import TABLES
from analytics.store import Entry, Store
from analytics.warehouse.state import state_of


def last_deletion(store: Store, entries: list[Entry]) -> date | None:
    """The latest ``delete_after`` that has passed, of the people in these batches; None where none has.

    Whoever is to be deleted after that day or one before it is in no snapshot built now.
    """
    files = store.files("people", entries)
    if not files:
        return None
    try:
        with duckdb.connect(":memory:") as connection:
            people = state_of(TABLES["people"], files)
            found = connection.execute(
                f"select max(delete_after) from {people} where delete_after < ?", [today()]
            ).fetchone()
    except duckdb.Error:  # a file is damaged, or just being erased: the build says which
        return None
    return found[0] if found else None


def today() -> date:
    """The day by which it is decided who is to be deleted."""
    return date.today()
