"""Organisations as each source has them, for comparing them; read from the store, so that no snapshot is needed."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from analytics.model import TABLES
from analytics.store import Entry, Store, erased_batches
from analytics.warehouse.resolution import create_resolution
from analytics.warehouse.sql import literal, sql_file
from analytics.warehouse.state import DELETED, state_of

_READ = (
    "organisations", "organisation_aliases", "organisation_comparisons", "participations", "events",
    "cooperation_members", "consultations", "funding",
)  # fmt: skip


@dataclass(frozen=True)
class OrganisationRecords:
    """What the store knows of organisations and of decisions on them.

    ``records``: one row per record: record_id, organisation_id (what it counts as), name, kind, size, postcode, place,
    district, parent_id, is_coordinator, batch (in which it came), events and cooperations (lists of ids),
    consultations, funding, first_on, last_on. ``decided``: one row per pair of records: organisation_id, other_id (what
    they count as), record_id, other_record_id, verdict. ``aliases``: alias, organisation_id, basis. ``taken_back``:
    alias, organisation_id of joins by rule that somebody undid.
    """

    records: pd.DataFrame
    decided: pd.DataFrame
    aliases: pd.DataFrame
    taken_back: pd.DataFrame


def organisation_records(store: Store) -> OrganisationRecords:
    """Read what the store holds now."""
    entries = store.active()
    with duckdb.connect(":memory:") as connection:
        for name in _READ:
            files = store.files(name, entries)
            connection.execute(f"create view {name} as from {state_of(TABLES[name], files)}")
        connection.execute(f"create view organisation_batches as {_batches(store, entries)}")
        create_resolution(connection, "resolution", "organisation_aliases", "organisations")
        aliases = connection.execute("select alias, organisation_id, basis from organisation_aliases order by alias")
        return OrganisationRecords(
            aliases=aliases.df(),
            records=connection.execute(sql_file("analytics.warehouse.comparing", "records")).df(),
            decided=connection.execute(sql_file("analytics.warehouse.comparing", "decided")).df(),
            taken_back=connection.execute(_taken_back(store, entries)).df(),
        )


def _batches(store: Store, entries: list[Entry]) -> str:
    """A select of which batches speak of which organisation."""
    parts = ["select null::varchar as organisation_id, null::varchar as batch where false"]
    for entry in entries:
        for file in store.files("organisations", [entry]):
            parts.append(f"select organisation_id, {literal(entry.batch)} from read_parquet({literal(str(file))})")
    return " union all ".join(parts)


def _taken_back(store: Store, entries: list[Entry]) -> str:
    """A select of the joins by rule in batches that were undone."""
    ledger, held = store.ledger(), {entry.batch for entry in entries}
    gone = [entry for entry in ledger if entry.batch not in held | erased_batches(ledger)]
    files: list[Path] = store.files("organisation_aliases", gone)
    parts = ["select null::varchar as alias, null::varchar as organisation_id where false"]
    for file in files:
        parts.append(
            f"select alias, organisation_id from read_parquet({literal(str(file))}) "
            f"where basis = 'estimated' and not {DELETED}"
        )
    return f"select distinct * from ({' union all '.join(parts)}) order by all"
