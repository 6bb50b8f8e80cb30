"""The model in DuckDB's types."""

from analytics.model import Column, Kind, Table
from analytics.warehouse.sql import literal, quoted

TYPES: dict[Kind, str] = {
    "text": "varchar",
    "integer": "bigint",
    "decimal": "double",
    "date": "date",
    "boolean": "boolean",
    "topics": "varchar[]",
}


def column_list(table: Table, prefix: str = "") -> str:
    """The columns of ``table``, in the model's order, for a select list."""
    return ", ".join(f"{prefix}{quoted(column.name)}" for column in table.columns)


def filled_key(column: Column, prefix: str = "") -> str:
    """A key column; where it is empty and the model knows what then holds, that."""
    name = f"{prefix}{quoted(column.name)}"
    return name if column.default is None else f"coalesce({name}, {literal(column.default)})"


def empty_relation(table: Table) -> str:
    """A select with the columns of ``table`` in their types, and no rows."""
    typed = ", ".join(f"null::{TYPES[column.kind]} as {quoted(column.name)}" for column in table.columns)
    return f"(select {typed} where false)"


def same_key(table: Table, one: str = "d.", other: str = "s.") -> str:
    """Whether two rows have the same key; an empty key column equals an empty one."""
    return " and ".join(f"{one}{quoted(name)} is not distinct from {other}{quoted(name)}" for name in table.key)


def key_of(table: Table, prefix: str = "") -> str:
    """The key columns of ``table``, for a list."""
    return ", ".join(f"{prefix}{quoted(name)}" for name in table.key)
