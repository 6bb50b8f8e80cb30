"""Organisations that a file refers to by their name: which of the known ones is meant, and where none is."""

import duckdb

from analytics.model import Column, Table
from analytics.warehouse.readings import names_nobody
from analytics.warehouse.sql import quoted


def resolve(connection: duckdb.DuckDBPyConnection, table: Table, column: Column, source: int) -> None:
    """Put the id in the place of each name of ``column`` in the relation ``cleaned`` that one organisation has.

    An id is what it is, even where it is somebody's name, too. A name that two organisations have stays as it is and
    is told; a cell that names nobody becomes empty and is told. A name that nobody has stays: the checks tell it.
    """
    cell = f"c.{quoted(column.name)}"
    unknown = (
        f"{cell} is not null and {cell} not in (select organisation_id from draft_organisations "
        f"where organisation_id is not null) and {cell} not in (select organisation_id from state_organisations)"
    )
    found = connection.execute(f"select count(*) from cleaned as c where {unknown}").fetchone()
    if not found or not found[0]:
        return
    named = "same_name({0}) in (select name_key from organisation_names where organisations {1})"
    _note(connection, table, column, source, "names_nobody", f"{unknown} and {names_nobody(cell)}")
    _note(connection, table, column, source, "ambiguous_name", f"{unknown} and {named.format(cell, '> 1')}")
    connection.execute(
        f"update cleaned as c set {quoted(column.name)} = case when {names_nobody(cell)} then null else "
        f"(select organisation_id from organisation_names where name_key = same_name({cell})) end "
        f"where {unknown} and ({names_nobody(cell)} or {named.format(cell, '= 1')})"
    )


def _note(
    connection: duckdb.DuckDBPyConnection, table: Table, column: Column, source: int, reason: str, condition: str
) -> None:
    """Tell of the rows that keep ``condition``, with up to three of their texts."""
    cell = f"c.{quoted(column.name)}"
    connection.execute(
        f"insert into notes select ?, min(_line), ?, ?, ?, "
        f"array_to_string(list_slice(list_sort(list_distinct(list({cell}))), 1, 3), ', '), count(*) "
        f"from cleaned as c where {condition} having count(*) > 0",
        [source, table.name, column.name, reason],
    )
