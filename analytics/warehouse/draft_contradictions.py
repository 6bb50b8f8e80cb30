"""What the rows of an import bring into contradiction with one another or with the store: told, not refused."""

from collections.abc import Collection
from datetime import date

import duckdb

from analytics.model import TABLES, Table
from analytics.warehouse.contradiction_rules import RULES, breaches, tables_of
from analytics.warehouse.schema import column_list, same_key

_TOLD = 3
"""So many of the things that break a rule are named."""


def note_contradictions(connection: duckdb.DuckDBPyConnection) -> None:
    """Note for each rule what breaks it with the import's rows and did not break it before."""
    drafted = {
        table.name
        for table in TABLES.values()
        if connection.execute(f"select 1 from draft_{table.name} limit 1").fetchone()
    }
    for table in TABLES.values():
        connection.execute(f"create or replace temp view after_{table.name} as {_after(table)}")
    connection.execute("set variable today = ?", [date.today()])
    for rule in RULES:
        if touched := sorted(tables_of(rule) & drafted):
            sources = " union all ".join(f"select _source from draft_{name}" for name in touched)
            examples = f"list_slice(list(thing || ' (' || said || ')' order by thing), 1, {_TOLD})"
            connection.execute(
                f"insert into notes select (select min(_source) from ({sources})), null, table_name, null, ?, "
                f"array_to_string({examples}, '; '), count(*) from ({_new(rule, touched)}) group by table_name",
                [rule],
            )


def _after(table: Table) -> str:
    """The rows that hold once the import is taken."""
    columns, draft, state = column_list(table), f"draft_{table.name}", f"state_{table.name}"
    return (
        f"select {columns} from {draft} union all "
        f"select {columns} from {state} as s where not exists (select 1 from {draft} as d where {same_key(table)})"
    )


def _new(rule: str, tables: Collection[str]) -> str:
    """What breaks the rule now and did not before, each thing once, as far as it stands today.

    ``tables`` are those of which the import has rows: only they can say of themselves what they did not before.
    """
    return (
        "select table_name, thing, min(said) as said "
        f"from ({breaches(rule, 'after_', tables)}) as found "
        "where coalesce(stands_from <= getvariable('today')::date, true) "
        "and coalesce(stands_until >= getvariable('today')::date, true) "
        "and not exists ("
        f"select 1 from ({breaches(rule, 'state_', tables)}) as known "
        "where known.table_name = found.table_name and known.thing = found.thing) "
        "group by table_name, thing"
    )
