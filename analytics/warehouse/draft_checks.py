"""What the rows of an import must keep among themselves and towards the store: keys, references, order, circles."""

from collections.abc import Sequence

import duckdb

from analytics.model import TABLES, Column, Table
from analytics.model.limits import MOST_MEMBERS
from analytics.warehouse.schema import TYPES, column_list, key_of, same_key
from analytics.warehouse.sql import literal, quoted, sql_file

_ALIASES = "select alias from organisation_resolution"
"""What else counts as an organisation that is there."""


def check(connection: duckdb.DuckDBPyConnection, *, allow_large: bool = False) -> None:
    """Reject rows until none is left that breaks a rule, each with its reason; then merge what was said twice.

    ``allow_large`` says that cooperations of more than ``MOST_MEMBERS`` members are meant as they stand.
    """
    filled = [table for table in TABLES.values() if _count(connection, f"draft_{table.name}")]
    _run(connection, "ends_before_start")
    _drop_rejected(connection, filled)
    for table in filled:
        _reject_duplicates(connection, table)
    _settle(connection, filled)
    if not allow_large:
        connection.execute("set variable most_members = ?", [MOST_MEMBERS])
        _run(connection, "large_cooperations")
        if _count(connection, "large_cooperations"):
            _settle(connection, filled)
    _run(connection, "replaced_participations")
    _run(connection, "stated_sums")
    for table in filled:
        _merge(connection, table)
    _run(connection, "undated_cooperations")


def _settle(connection: duckdb.DuckDBPyConnection, filled: Sequence[Table]) -> None:
    """Reject what refers to what is not there, until nothing does."""
    rejected = -1
    while rejected != (now := _count(connection, "rejections")):
        rejected = now
        _drop_rejected(connection, filled)
        for table in filled:
            _reject_dangling(connection, table)
        if any(table.name == "organisations" for table in filled):
            _run(connection, "circles")


def unassigned(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], int]:
    """By (table, column): how many accepted rows name a row that is not there yet."""
    found = {}
    for table in TABLES.values():
        for column in table.columns:
            if column.references and column.on_missing == "unassigned" and _count(connection, f"draft_{table.name}"):
                count = _count(connection, f"({_dangling(table, column)})")
                if count:
                    found[(table.name, column.name)] = count
    return found


def _reject_duplicates(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Of two rows with one key the first counts; the others name its line. Rows that merge say nothing twice."""
    keys = key_of(table)
    rows = f"(select * from draft_{table.name} where not _merges)"
    if _count(connection, rows) == _count(connection, f"(select distinct {keys} from {rows})"):
        return
    connection.execute(
        f"insert into rejections select _source, _line, ?, ?, 'duplicate', first_line from "
        f"(select *, row_number() over same as position, first_value(_line) over same::varchar as first_line "
        f"from {rows} window same as (partition by {keys} order by _source, _line)) where position > 1",
        [table.name, table.key[-1]],
    )


def _dangling(table: Table, column: Column) -> str:
    """The rows of ``table`` whose ``column`` names a row that neither the import nor the store has."""
    target = TABLES[column.references or ""]
    (key,) = target.key
    reference = f"d.{quoted(column.name)}"
    shown = "null::varchar" if column.personal else reference
    return (
        f"select d._source, d._line, {shown} as value from draft_{table.name} as d where {reference} is not null "
        f"and {reference} not in (select {quoted(key)} from draft_{target.name} where {quoted(key)} is not null) "
        f"and {reference} not in (select {quoted(key)} from state_{target.name} where {quoted(key)} is not null)"
        + (f" and {reference} not in ({_ALIASES})" if target.name == "organisations" else "")
    )


def _reject_dangling(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    for column in table.columns:
        if column.references and column.on_missing == "reject":
            connection.execute(
                f"insert into rejections select _source, _line, ?, ?, 'no_such_row', left(value, 200) "
                f"from ({_dangling(table, column)})",
                [table.name, column.name],
            )


def _drop_rejected(connection: duckdb.DuckDBPyConnection, filled: Sequence[Table]) -> None:
    """Remove every row that was made from a rejected line, in whichever table."""
    if not _count(connection, "rejections"):
        return
    for table in filled:
        connection.execute(
            f"delete from draft_{table.name} as d using (select distinct source, line from rejections) as r "
            "where d._source = r.source and d._line = r.line"
        )


def _merge(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """One row a key where a foreign format repeats itself.

    For every column the first filled cell counts ("unknown" only where no row knows better), else what the
    store holds, else the model's default. A table of the model's own that has the row, too, comes first.
    """
    name, keys = table.name, key_of(table)
    if not _count(connection, f"(select 1 from draft_{name} where _merges limit 1)"):
        return
    connection.execute(
        f"create or replace temp table merging as select * exclude (mixes) from (select *, bool_or(_merges) over "
        f"(partition by {keys}) as mixes from draft_{name}) where mixes"
    )
    _note_differences(connection, table)
    cells = ["min(d._source) as _source", "min(d._line) as _line", "true as _merges"]
    for column in table.columns:
        cells.append(f"{_merged(table, column)} as {quoted(column.name)}")
    connection.execute(
        f"create or replace temp table merged as select {', '.join(cells)} from merging as d "
        f"left join state_{name} as s on {same_key(table)} group by {key_of(table, 'd.')}"
    )
    connection.execute(
        f"delete from draft_{name} as d using merging as m where d._source = m._source and d._line = m._line and "
        + same_key(table, "d.", "m.")
    )
    connection.execute(f"insert into draft_{name} select _source, _line, _merges, {column_list(table)} from merged")


def _note_differences(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    """Tell of columns in which the rows of one key differ, so that only what the first one says is kept."""
    columns = [
        column
        for column in table.columns
        if column.name not in table.key and not column.personal and column.enumeration != "basis"
    ]
    found = connection.execute(
        f"select {', '.join(f'count(*) filter (where low_{n} <> high_{n})' for n in range(len(columns)))} from (select "
        + ", ".join(f"min({_said(c)}) as low_{n}, max({_said(c)}) as high_{n}" for n, c in enumerate(columns))
        + f" from merging group by {key_of(table)})"
    ).fetchone()
    for column, count in zip(columns, found or (), strict=True):
        if count:
            said = f"same_name({_said(column)})" if column.kind == "text" else _said(column)
            connection.execute(
                f"insert into notes select min(_source), min(_line), ?, ?, 'first_counts', "
                f"min_by(example, _line), count(*) from (select min(_source) as _source, min(_line) as _line, "
                f"min({_said(column)})::varchar || ' ≠ ' || max({_said(column)})::varchar as example "
                f"from merging group by {key_of(table)} "
                f"having min({said}) <> max({said})) as differing having count(*) > 0",
                [table.name, column.name],
            )


def _said(column: Column) -> str:
    """A cell of ``column``, null where it says nothing."""
    return f"nullif({quoted(column.name)}, 'unknown')" if column.enumeration else quoted(column.name)


def _merged(table: Table, column: Column) -> str:
    """What the rows of one key say together for ``column``."""
    cell = f"d.{quoted(column.name)}"
    if column.name in table.key:
        return cell
    first = f"first({cell} order by d._merges, d._source, d._line) filter ({cell} is not null"
    known = [f"{first} and {cell} <> 'unknown')"] if column.enumeration else []
    known += [f"{first})", f"any_value(s.{quoted(column.name)})"]
    if column.default is not None:
        known.append(f"cast({literal(column.default)} as {TYPES[column.kind]})")
    return f"coalesce({', '.join(known)})"


def _run(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    connection.execute(sql_file("analytics.warehouse.checks", name))


def _count(connection: duckdb.DuckDBPyConnection, relation: str) -> int:
    row = connection.execute(f"select count(*) from {relation}").fetchone()
    return int(row[0]) if row else 0
