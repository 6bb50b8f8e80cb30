"""What the batches say together: of rows with one key, the last batch's, unless it deletes the row."""

from collections.abc import Sequence
from pathlib import Path

from analytics.model import Table
from analytics.warehouse.schema import column_list, empty_relation, filled_key, key_of
from analytics.warehouse.sql import literal, quoted

DELETED = "_deleted"


def state_of(table: Table, files: Sequence[Path]) -> str:
    """A select of the rows of ``table`` that hold now, from its Parquet files, oldest first.

    Keys are unique within a file, so a single file needs no comparison. A batch from before a column was declared
    has it empty; an empty key column that has a default holds it.
    """
    if not files:
        return empty_relation(table)
    cells = ", ".join(
        f"{filled_key(column)} as {quoted(column.name)}" if column.name in table.key else quoted(column.name)
        for column in table.columns
    )
    parts = " union all by name ".join(
        [
            f"select *, false as {DELETED}, 0 as _batch from {empty_relation(table)}",
            *(
                f"select *, {number} as _batch from read_parquet({literal(str(file))})"
                for number, file in enumerate(files, 1)
            ),
        ]
    )
    rows = f"select {cells}, {DELETED}, _batch from ({parts})"
    if len(files) == 1:
        return f"(select {column_list(table)} from ({rows}) where not {DELETED})"
    return (
        f"(select {column_list(table)} from ({rows}) "
        f"qualify row_number() over (partition by {key_of(table)} order by _batch desc) = 1 and not {DELETED})"
    )
