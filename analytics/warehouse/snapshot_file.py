"""How a snapshot's file is opened, and what it says of itself."""

from pathlib import Path

import duckdb

from analytics.store import Entry

CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",
    "enable_external_access": "false",
}
"""How a snapshot is opened: it can neither reach the network nor other files."""


def ledger_of(connection: duckdb.DuckDBPyConnection) -> list[Entry]:
    """The entries that a snapshot was built from."""
    return [Entry.from_json(row[0]) for row in connection.execute("select entry from base.ledger").fetchall()]


def batches_in(path: Path) -> set[str]:
    """The batches that the snapshot in the file ``path`` was built from. Raises duckdb.Error where it is none."""
    with duckdb.connect(str(path), read_only=True, config=CONFIG) as connection:
        return {entry.batch for entry in ledger_of(connection)}
