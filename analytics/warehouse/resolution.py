"""Organisations under the ids that count: whoever was joined with another is that one, in every table.

Batches are never rewritten. They keep the ids that their sources gave, and what stands for whom is looked up when
they are read; so a join that is taken back gives every row back to whom it belonged.
"""

import duckdb

from analytics.model import TABLES, Column, Table
from analytics.warehouse.schema import column_list
from analytics.warehouse.sql import quoted, sql_file

ORGANISATIONS = TABLES["organisations"]
_TOGETHER = (("kind", "kind_basis"), ("size", "size_basis"))
"""Columns of organisations of which the second says what the first rests on, so that both come from one record."""


def create_resolution(connection: duckdb.DuckDBPyConnection, name: str, aliases: str, organisations: str) -> None:
    """Create the relation ``name`` (alias, organisation_id): which organisation an id or a name stands for.

    ``aliases`` and ``organisations`` are relations with the rows of the tables so called.
    """
    statement = sql_file("analytics.warehouse.marts", "resolution")
    for written, meant in (
        ("create table base.resolution", f"create view {name}"),
        ("state.organisation_aliases", aliases),
        ("state.organisation_records", organisations),
    ):
        statement = statement.replace(written, meant)
    connection.execute(statement)


def resolved(table: Table, relation: str) -> str:
    """A select of the rows of ``table`` in ``relation`` with the organisations that they name resolved."""
    columns = [column for column in table.columns if column.references == ORGANISATIONS.name]
    if not columns:
        return f"select {column_list(table)} from {relation}"
    cells = ", ".join(
        f"coalesce(r{at}.organisation_id, t.{quoted(column.name)}) as {quoted(column.name)}"
        for at, column in enumerate(columns)
    )
    joins = " ".join(
        f"left join base.resolution as r{at} on t.{quoted(column.name)} = r{at}.alias"
        for at, column in enumerate(columns)
    )
    return f"select t.* replace ({cells}) from {relation} as t {joins}"


def joined(relation: str) -> str:
    """A select of the organisations in ``relation``, those that were joined as one row.

    The record whose id counts leads; what it leaves open the others fill in, in the order of their ids. Whether it may
    be named is for the leading record to say; the coordinator is whoever is it under any of its names. Nothing needs
    to be put together of what nobody was joined with, which is nearly all.
    """
    basis_of = {basis: column for column, basis in _TOGETHER}
    cells = ", ".join(f"{_cell(column, basis_of)} as {quoted(column.name)}" for column in ORGANISATIONS.columns)
    named = resolved(ORGANISATIONS, relation)
    concerned = "(select alias from base.resolution union select organisation_id from base.resolution)"
    counting = (
        f"select n.* replace (coalesce(r.organisation_id, n.organisation_id) as organisation_id), "
        f"n.organisation_id as record_id from ({named}) as n "
        f"semi join {concerned} as c(id) on n.organisation_id = c.id "
        f"left join base.resolution as r on n.organisation_id = r.alias"
    )
    rows = f"select *, (record_id <> organisation_id)::integer || record_id as rank from ({counting})"
    alone = (
        f"select n.* replace (nullif(n.parent_id, n.organisation_id) as parent_id) "
        f"from ({named}) as n anti join {concerned} as c(id) on n.organisation_id = c.id"
    )
    return f"{alone} union all select {cells} from ({rows}) group by organisation_id"


def _cell(column: Column, basis_of: dict[str, str]) -> str:
    """What the records of one organisation say together for ``column``."""
    name = quoted(column.name)
    if column.name == "organisation_id":
        return name
    if column.name == "is_coordinator":
        return f"bool_or({name})"
    if column.name == "parent_id":
        return f"first({name} order by rank) filter ({name} is not null and {name} <> organisation_id)"
    said = quoted(basis_of.get(column.name, column.name))
    known = f"{said} is not null"
    if column.enumeration:
        first = f"first({name} order by rank)"
        return f"coalesce({first} filter ({known} and {said} <> 'unknown'), {first})"
    return f"first({name} order by rank) filter ({known})"
