"""What the batches say together: of rows with one key, the last batch's, unless it deletes the row."""

from collections.abc import Sequence
from pathlib import Path

from analytics.model import Table
from analytics.warehouse.schema import column_list, empty_relation, key_of
from analytics.warehouse.sql import literal

DELETED = "_deleted"


def state_of(table: Table, files: Sequence[Path]) -> str:
    """A select of the rows of ``table`` that hold now, from its Parquet files, oldest first.

    Keys are unique within a file, so a single file needs no comparison.
    """
    if not files:
        return empty_relation(table)
    if len(files) == 1:
        return f"(select {column_list(table)} from read_parquet({literal(str(files[0]))}) where not {DELETED})"
    parts = " union all by name ".join(
        f"select *, {number} as _batch from read_parquet({literal(str(file))})" for number, file in enumerate(files)
    )
    return (
        f"(select {column_list(table)} from ({parts}) "
        f"qualify row_number() over (partition by {key_of(table)} order by _batch desc) = 1 and not {DELETED})"
    )
