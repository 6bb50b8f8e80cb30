"""What the batches say together: of rows with one key, the last batch's, unless it deletes the row."""

from collections.abc import Sequence
from pathlib import Path

from analytics.model import Table
from analytics.warehouse.schema import column_list, empty_relation, filled_key, key_of, same_key
from analytics.warehouse.sql import literal, quoted

DELETED = "_deleted"


def state_of(table: Table, files: Sequence[Path]) -> str:
    """A select of the rows of ``table`` that hold now, from its Parquet files, oldest first.

    Keys are unique within a file, so the first file's rows are only looked up among those of the later ones, which are
    fewer as a rule. A batch from before a column was declared has it empty; an empty key column that has a default
    holds it.
    """
    if not files:
        return empty_relation(table)
    rows = _rows(table, files, 1)
    if len(files) == 1:
        return f"(select {column_list(table)} from ({rows}) where not {DELETED})"
    later = f"select {key_of(table)}, _batch as _later from ({_rows(table, files[1:], 2)})"
    return (
        f"(select {column_list(table, 'd.')} from ({rows}) as d anti join ({later}) as s "
        f"on {same_key(table)} and s._later > d._batch where not d.{DELETED})"
    )


def _rows(table: Table, files: Sequence[Path], first: int) -> str:
    """A select of all rows of the files, with the number of the batch, counted from ``first``."""
    cells = ", ".join(
        f"{filled_key(column)} as {quoted(column.name)}" if column.name in table.key else quoted(column.name)
        for column in table.columns
    )
    parts = " union all by name ".join(
        [
            f"select *, false as {DELETED}, 0 as _batch from {empty_relation(table)}",
            *(
                f"select *, {number} as _batch from read_parquet({literal(str(file))})"
                for number, file in enumerate(files, first)
            ),
        ]
    )
    return f"select {cells}, {DELETED}, _batch from ({parts})"
