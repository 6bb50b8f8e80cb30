"""What in the data contradicts itself: one rule a file of ``contradictions``, read by snapshots and by imports.

Contradictions within one row are refused at intake (:attr:`analytics.model.declare.Table.orders`). Those between rows
may come in with any batch, in any order, and are taken, told and set aside by the marts for as long as the data stands
so. A rule's query reads the schema ``state`` and the variable ``today``; it gives one row per thing that breaks it:
table_name, thing (its key), said (the values that contradict each other), and the days from and until which it stands.
"""

import re
from collections.abc import Collection

from analytics.model import TABLES, Column, Table
from analytics.warehouse.sql import literal, quoted, sql_file

RULES = (
    "ended_before_agreed", "stages_out_of_order", "stage_after_end", "origin_after_agreement",
    "member_outside_cooperation", "overlapping_memberships", "guests_of_cancelled_event", "answers_of_cancelled_event",
    "guests_of_planned_event", "registered_after_event", "to_come",
    "unusual_date",
)  # fmt: skip
"""The rules in the order in which they are told; what follows from each is told by its text in notes.yaml."""

FOLDER = "analytics.warehouse.contradictions"
UNUSUAL_DATE = "unusual_date"
"""The one rule that the model declares, column by column."""


def tables_of(rule: str) -> frozenset[str]:
    """The tables that decide whether the rule is kept."""
    return frozenset(re.findall(r"\bstate\.(\w+)", _query(rule)))


def breaches(rule: str, state: str = "state.", tables: Collection[str] = TABLES) -> str:
    """A select of what breaks the rule; ``state`` stands before the names of the relations that hold the data.

    Of the rule that is kept or broken within single rows, only those of ``tables`` are looked at.
    """
    query = _unusual_dates(tables) if rule == UNUSUAL_DATE else _query(rule)
    return re.sub(r"\bstate\.", state, query)


def all_breaches() -> str:
    """A select of what breaks any rule, with its name as ``rule``."""
    return " union all ".join(f"select {literal(rule)} as rule, * from ({breaches(rule)})" for rule in RULES)


def _query(rule: str) -> str:
    return _unusual_dates(TABLES) if rule == UNUSUAL_DATE else sql_file(FOLDER, rule)


def _unusual_dates(tables: Collection[str]) -> str:
    """What is dated outside the years that its column declares as usual; it counts as it is dated."""
    found = []
    for table in (TABLES[name] for name in tables):
        for column in table.columns:
            if column.usual_since is not None and column.usual_ahead is not None:
                found.append(_unusual(table, column, column.usual_since, column.usual_ahead))
    return " union all ".join(found)


def _unusual(table: Table, column: Column, since: int, ahead: int) -> str:
    value = quoted(column.name)
    year = f"year({value})" if column.kind == "date" else value
    return (
        f"select {literal(table.name)} as table_name, {_thing(table)} as thing, {value}::varchar as said, "
        "null::date as stands_from, "
        f"case when {year} >= {since} then make_date(({year} - {ahead} - 1)::integer, 12, 31) end as stands_until "
        f"from state.{table.name} "
        f"where {year} < {since} or {year} > year(getvariable('today')::date) + {ahead}"
    )


def _thing(table: Table) -> str:
    """What a row is known by, without what is a person's: its key, or what it belongs to."""
    keys = [column for column in table.columns if column.required and (column.name in table.key or column.references)]
    parts = [quoted(column.name) for column in keys if not column.personal]
    return f"concat_ws('/', {', '.join(parts)})" if parts else literal("–")
