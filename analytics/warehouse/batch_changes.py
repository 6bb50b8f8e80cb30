"""What a batch changes in the store: rows new, changed and gone, cell by cell, before it is published or after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from analytics.model import TABLES, Table
from analytics.warehouse.schema import column_list, key_of, same_key
from analytics.warehouse.sql import literal, quoted
from analytics.warehouse.state import DELETED, state_of

MOST_SHOWN = 500
"""Changed cells, and things made, that are listed; the counts hold for all."""
_NAMED = {"organisations": "name", "events": "title", "cooperations": "title"}
"""The tables whose rows people know by a name, and the column that has it."""


@dataclass(frozen=True)
class BatchChanges:
    """What a batch changes.

    ``counts`` has a row a table that changes: table, new, changed, deleted. ``cells`` has a row a changed cell: table,
    key, name (None where the table's rows have none), column, before, after, all as text, at most ``MOST_SHOWN``;
    ``cells_changed`` counts all of them. ``made`` has a row a new organisation, event or cooperation: table, key, name,
    at most ``MOST_SHOWN`` a table.
    """

    counts: pd.DataFrame
    cells: pd.DataFrame
    made: pd.DataFrame
    cells_changed: int


def batch_changes(folder: Path, before: Mapping[str, Sequence[Path]]) -> BatchChanges:
    """What the batch in ``folder`` changes in the rows that the Parquet files ``before`` hold, by table."""
    with duckdb.connect(":memory:") as connection:
        found = [
            _Changed(connection, table, before.get(name, ()), file)
            for name, table in TABLES.items()
            if (file := folder / f"{name}.parquet").exists()
        ]
        counts = [(changed.table.name, *changed.counts()) for changed in found]
        cells = [changed.cells() for changed in found]
        made = [changed.made() for changed in found if changed.table.name in _NAMED]
    listed = pd.concat(cells, ignore_index=True) if cells else pd.DataFrame(columns=_Changed.CELLS)
    return BatchChanges(
        pd.DataFrame(counts, columns=["table", "new", "changed", "deleted"]),
        listed.head(MOST_SHOWN),
        pd.concat(made, ignore_index=True) if made else pd.DataFrame(columns=_Changed.MADE),
        len(listed),
    )


@dataclass(frozen=True)
class _Changed:
    """One table's rows in the batch (d), beside those that held before (s)."""

    connection: duckdb.DuckDBPyConnection
    table: Table
    before: Sequence[Path]
    file: Path

    CELLS = ("table", "key", "name", "column", "before", "after")
    MADE = ("table", "key", "name")

    def __post_init__(self) -> None:
        columns = column_list(self.table)
        self.connection.execute(
            f"create temp table {self._batch} as from read_parquet({literal(str(self.file))});"
            f"create temp table {self._known} as select {columns} from {state_of(self.table, self.before)} as s "
            f"where exists (select 1 from {self._batch} as d where {same_key(self.table)})"
        )

    def counts(self) -> tuple[int, int, int]:
        """How many rows are new, changed, deleted."""
        new, changed, deleted = self.connection.execute(
            f"select count(*) filter (where not {DELETED} and not is_known), "
            f"count(*) filter (where not {DELETED} and is_known and is_other), count(*) filter (where {DELETED}) "
            f"from (select d.{DELETED}, s.{self._mark} is not null as is_known, {self._is_other} as is_other "
            f"from {self._batch} as d left join {self._known} as s on {same_key(self.table)})"
        ).fetchall()[0]
        return int(new), int(changed), int(deleted)

    def cells(self) -> pd.DataFrame:
        """Every changed cell of rows that were there."""
        joined = f"from {self._batch} as d join {self._known} as s on {same_key(self.table)} where not d.{DELETED}"
        parts = [
            f"select {literal(self.table.name)}, {self._key}, {self._name}, {literal(column.name)}, "
            f"s.{quoted(column.name)}::varchar, d.{quoted(column.name)}::varchar {joined} "
            f"and s.{quoted(column.name)} is distinct from d.{quoted(column.name)}"
            for column in self.table.columns
            if column.name not in self.table.key
        ]
        rows = self.connection.execute(" union all ".join(parts)).fetchall() if parts else []
        return pd.DataFrame(rows, columns=self.CELLS)

    def made(self) -> pd.DataFrame:
        """The new rows by name, in the alphabet's order."""
        rows = self.connection.execute(
            f"select {literal(self.table.name)}, {self._key}, {self._name} as called from {self._batch} as d "
            f"where not {DELETED} and not exists (select 1 from {self._known} as s where {same_key(self.table)}) "
            f"order by called limit {MOST_SHOWN}"
        ).fetchall()
        return pd.DataFrame(rows, columns=self.MADE)

    @property
    def _batch(self) -> str:
        return f"batch_{self.table.name}"

    @property
    def _known(self) -> str:
        return f"known_{self.table.name}"

    @property
    def _mark(self) -> str:
        """A key column that is never empty."""
        return quoted(self.table.key[0])

    @property
    def _is_other(self) -> str:
        return f"({column_list(self.table, 'd.')}) is distinct from ({column_list(self.table, 's.')})"

    @property
    def _key(self) -> str:
        return f"concat_ws(' · ', {key_of(self.table, 'd.')})"

    @property
    def _name(self) -> str:
        column = _NAMED.get(self.table.name)
        return f"d.{quoted(column)}" if column else "null::varchar"
