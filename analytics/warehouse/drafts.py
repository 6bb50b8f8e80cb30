"""Drafts: an import's rows on their way from text to typed, checked rows, in a DuckDB of their own.

Rows come in as text with the line they stood in, are read, checked against the model and against what the
store holds, and go out as Parquet. A source's row is accepted whole or rejected whole.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from analytics.model import TABLES, Column, Table
from analytics.warehouse.readings import COMMA_EVIDENCE, DOT_EVIDENCE, NUL_MARK, WRAPPED, reading, unwrapped
from analytics.warehouse.schema import TYPES, column_list, empty_relation, key_of
from analytics.warehouse.sql import literal, quoted, sql_file
from analytics.warehouse.state import DELETED, state_of


@dataclass(frozen=True)
class SheetText:
    """A sheet's cells as text.

    ``rows`` holds ``_line`` and one text column a source column, named c0, c1, ...
    """

    number: int
    rows: pa.Table
    digest: str
    comma_decimals: bool = False
    from_spreadsheet: bool = False


@dataclass(frozen=True)
class Draft:
    """Rows for one table of the model: which text columns of a relation go into which of its columns.

    ``relation`` is the name of a relation in the drafts' database with ``_line``; of several columns for one,
    the first filled one counts, and they may not contradict one another.
    ``merges`` says that rows with one key are one row said several times (a foreign format), not a mistake.
    """

    table: Table
    sheet: SheetText
    relation: str
    columns: dict[str, list[str]]
    merges: bool = False


@dataclass
class Drafts:
    """The database in which an import is checked. Use it as a context manager."""

    state_files: dict[str, list[Path]] = field(default_factory=dict)

    def __enter__(self) -> "Drafts":
        self._connection = duckdb.connect(":memory:")
        self._connection.execute(sql_file("analytics.warehouse.checks", "workbench"))
        for table in TABLES.values():
            state = state_of(table, self.state_files.get(table.name, []))
            self._connection.execute(f"create view state_{table.name} as from {state}")
            self._connection.execute(
                f"create table draft_{table.name} as "
                f"select 0::integer as _source, 0::bigint as _line, false as _merges, * from {empty_relation(table)}"
            )
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def register(self, name: str, rows: pa.Table) -> None:
        """Make a sheet's rows known as the relation ``name``."""
        self._connection.register(name, rows)

    def derive(self, name: str, select: str) -> list[str]:
        """Make the relation ``name`` from a format's own SQL; the names of its columns but ``_line``."""
        self._connection.execute(f"create or replace temp table {quoted(name)} as {select}")
        described = self._connection.execute(f"describe {quoted(name)}").fetchall()
        return [row[0] for row in described if row[0] != "_line"]

    def add(self, draft: Draft) -> None:
        """Read the rows of ``draft`` into typed columns and note every cell that cannot be read."""
        _Reader(self._connection, draft).read()

    def reject(self, source: int, line: int | None, column: str | None, reason: str, value: str | None = None) -> None:
        """Note that a row cannot be taken, for a reason found outside (a torn row, say)."""
        self._connection.execute("insert into rejections values (?, ?, ?, ?, ?)", [source, line, column, reason, value])

    def check(self) -> None:
        """Check keys, references and circles, until no further row has to go."""
        filled = [table for table in TABLES.values() if self._count(f"draft_{table.name}")]
        self._drop_rejected(filled)
        for table in filled:
            self._reject_duplicates(table)
        rejected = -1
        while rejected != (now := self._count("rejections")):
            rejected = now
            self._drop_rejected(filled)
            for table in filled:
                self._reject_dangling(table)
            if any(table.name == "organisations" for table in filled):
                self._run("circles")
        for table in filled:
            self._merge(table)

    def rejected_lines(self) -> int:
        """How many rows of the sources were rejected."""
        row = self._connection.execute(
            "select count(*) from (select distinct source, line from rejections where line is not null)"
        ).fetchone()
        return int(row[0]) if row else 0

    def rejections(self) -> list[tuple[int, int | None, str | None, str, str | None]]:
        """Every rejection as (source, line, column, reason, cell's text), in the sources' order."""
        return self._connection.execute(
            "select distinct source, line, column_name, reason, value from rejections order by all nulls first"
        ).fetchall()

    def unassigned(self) -> dict[tuple[str, str], int]:
        """By (table, column): how many accepted rows name a row that is not there yet."""
        found = {}
        for table in TABLES.values():
            for column in table.columns:
                if column.references and column.on_missing == "unassigned" and self._count(f"draft_{table.name}"):
                    count = self._count(f"({self._dangling(table, column)})")
                    if count:
                        found[(table.name, column.name)] = count
        return found

    def write(self, folder: Path) -> dict[str, int]:
        """Write the accepted rows as ``<table>.parquet``; by table, how many of them are new or changed.

        A table in which nothing is new is not written.
        """
        counts = {}
        for table in TABLES.values():
            name = table.name
            if not self._count(f"draft_{name}"):
                continue
            fresh = f"select {column_list(table)} from draft_{name}"
            if self.state_files.get(name):
                changed = self._count(f"({fresh} except select {column_list(table)} from state_{name})")
            else:
                changed = self._count(f"draft_{name}")
            if changed:
                counts[name] = changed
                target = literal(str(folder / f"{name}.parquet"))
                self._connection.execute(
                    f"copy (select *, false as {DELETED} from ({fresh})) to {target} (format parquet, compression zstd)"
                )
        return counts

    def _run(self, check: str) -> None:
        self._connection.execute(sql_file("analytics.warehouse.checks", check))

    def _count(self, relation: str) -> int:
        row = self._connection.execute(f"select count(*) from {relation}").fetchone()
        return int(row[0]) if row else 0

    def _reject_duplicates(self, table: Table) -> None:
        """Of two rows with one key the first counts; the others name its line."""
        keys = key_of(table)
        if self._count(f"draft_{table.name}") == self._count(f"(select distinct {keys} from draft_{table.name})"):
            return
        self._connection.execute(
            f"insert into rejections select _source, _line, {literal(table.key[-1])}, 'duplicate', first_line from "
            f"(select *, row_number() over same as position, "
            f"first_value(_line) over same::varchar as first_line, bool_and(_merges) over "
            f"(partition by {keys}) as merging from draft_{table.name} "
            f"window same as (partition by {keys} order by _source, _line)) where position > 1 and not merging"
        )

    def _dangling(self, table: Table, column: Column) -> str:
        target = TABLES[column.references or ""]
        (key,) = target.key
        reference = f"d.{quoted(column.name)}"
        return (
            f"select d._source, d._line, {reference} as value from draft_{table.name} as d where {reference} is not null "
            f"and {reference} not in (select {quoted(key)} from draft_{target.name} where {quoted(key)} is not null) "
            f"and {reference} not in (select {quoted(key)} from state_{target.name} where {quoted(key)} is not null)"
        )

    def _reject_dangling(self, table: Table) -> None:
        for column in table.columns:
            if column.references and column.on_missing == "reject":
                self._connection.execute(
                    f"insert into rejections select _source, _line, {literal(column.name)}, 'no_such_row', value "
                    f"from ({self._dangling(table, column)})"
                )

    def _drop_rejected(self, filled: Sequence[Table]) -> None:
        if not self._count("rejections"):
            return
        for table in filled:
            self._connection.execute(
                f"delete from draft_{table.name} as d using rejections as r "
                "where r.line is not null and d._source = r.source and d._line = r.line"
            )

    def _merge(self, table: Table) -> None:
        """One row a key where a foreign format repeats itself: for every column the first filled cell."""
        if not self._count(f"(select 1 from draft_{table.name} where _merges limit 1)"):
            return
        keys = key_of(table)
        firsts = ", ".join(
            f"first({quoted(column.name)} order by _source, _line) filter ({quoted(column.name)} is not null)"
            f" as {quoted(column.name)}"
            for column in table.columns
            if column.name not in table.key
        )
        self._connection.execute(
            f"create or replace table draft_{table.name} as select min(_source) as _source, min(_line) as _line, "
            f"true as _merges, {keys}{', ' if firsts else ''}{firsts} from draft_{table.name} group by {keys}"
        )


class _Reader:
    """Reads one draft's text into its table."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, draft: Draft) -> None:
        self._connection = connection
        self._draft = draft
        self._table = draft.table
        self._given = [column for column in draft.table.columns if column.name in draft.columns]

    def read(self) -> None:
        self._clean()
        for column in self._given:
            if column.kind != "text" or column.enumeration:
                self._read_distinct(column)
        self._note_unreadable()
        self._insert()

    def _clean(self) -> None:
        """The text of every column, unwrapped; null where empty."""
        picked = []
        contradictions = []
        for column in self._given:
            sources = [self._unwrapped(name) for name in self._draft.columns[column.name]]
            text = sources[0] if len(sources) == 1 else f"coalesce({', '.join(sources)})"
            if column.padded:
                text = f"case when regexp_matches({text}, '^\\d+$') then lpad({text}, {column.padded}, '0') else {text} end"
            picked.append(f"{text} as {quoted(column.name)}")
            contradictions += [(column, f"{sources[0]} <> {other}") for other in sources[1:]]
        relation = quoted(self._draft.relation)
        self._connection.execute(
            f"create or replace temp table cleaned as select _line, {', '.join(picked)} from {relation}"
        )
        for column, contradiction in contradictions:
            self._note(column, "contradiction", relation, contradiction, "null")

    def _unwrapped(self, name: str) -> str:
        """The text column ``name``, unwrapped where any of its cells is wrapped, which is rare and costs time."""
        relation, text = quoted(self._draft.relation), quoted(name)
        wrapped = self._connection.execute(
            f"select count(*) from {relation} where ascii({text}) in (39, 61) and regexp_matches({text}, ?)", [WRAPPED]
        ).fetchone()
        return unwrapped(text) if wrapped and wrapped[0] else f"nullif({text}, '')"

    def _read_distinct(self, column: Column) -> None:
        """The values of a column's distinct texts, in ``read_<column>``."""
        name = quoted(column.name)
        texts = f"(select distinct {name} as raw from cleaned where {name} is not null)"
        value = reading(
            column,
            "raw",
            comma_decimals=self._has_comma_decimals(texts) if column.kind in ("integer", "decimal") else False,
            from_spreadsheet=self._draft.sheet.from_spreadsheet,
        )
        self._connection.execute(
            f"create or replace temp table {quoted('read_' + column.name)} as select raw, {value} as value from {texts}"
        )

    def _has_comma_decimals(self, texts: str) -> bool:
        row = self._connection.execute(
            f"select bool_or(regexp_matches(raw, ?)), bool_or(regexp_matches(raw, ?)) from {texts}",
            [COMMA_EVIDENCE, DOT_EVIDENCE],
        ).fetchone()
        comma, dot = row or (None, None)
        if comma or dot:
            return bool(comma)
        return self._draft.sheet.comma_decimals

    def _note(self, column: Column, reason: str, relation: str, condition: str, value: str) -> None:
        shown = "null" if column.personal else f"left({value}, 200)"
        self._connection.execute(
            f"insert into rejections select ?, _line, ?, ?, {shown} from {relation} where {condition}",
            [self._draft.sheet.number, column.name, reason],
        )

    def _note_unreadable(self) -> None:
        for column in self._given:
            name = quoted(column.name)
            if column.kind != "text" or column.enumeration:
                unread = f"{name} in (select raw from {quoted('read_' + column.name)} where value is null)"
                self._note(
                    column, f"unreadable_{'choice' if column.enumeration else column.kind}", "cleaned", unread, name
                )
            elif column.pattern:
                self._note(
                    column, "unreadable_text", "cleaned", f"not regexp_full_match({name}, '{column.pattern}')", name
                )
            if column.kind == "text" and not column.enumeration:
                self._note(column, "unreadable_character", "cleaned", f"contains({name}, '{NUL_MARK}')", name)

    def _value(self, column: Column) -> str:
        """The typed expression of a column in the row being inserted, before what the store knows."""
        name = quoted(column.name)
        if column not in self._given:
            return f"null::{TYPES[column.kind]}"
        if column.kind == "text" and not column.enumeration:
            return f"c.{name}"
        return f"{quoted('r_' + column.name)}.value"

    def _insert(self) -> None:
        """Put the typed rows into the table's draft, with keys formed, gaps filled and rows checked."""
        table = self._table
        joins = " ".join(
            f"left join {quoted('read_' + column.name)} as {quoted('r_' + column.name)} "
            f"on c.{quoted(column.name)} = {quoted('r_' + column.name)}.raw"
            for column in self._given
            if column.kind != "text" or column.enumeration
        )
        values = ", ".join(f"{self._value(column)} as {quoted(column.name)}" for column in table.columns)
        typed = f"select c._line, {values} from cleaned as c {joins}"
        if table.derived_key:
            self._connection.execute(f"create or replace temp table typed as {typed}")
            typed = sql_file("analytics.warehouse.keys", table.name)
            self._connection.execute("set variable digest = ?", [self._draft.sheet.digest])
        self._connection.execute(
            f"insert into draft_{table.name} select ?, _line, ?, {column_list(table)} from ({self._filled(typed)})",
            [self._draft.sheet.number, self._draft.merges],
        )
        for condition, column, reason in self._row_checks():
            self._connection.execute(
                f"insert into rejections select _source, _line, ?, ?, null from draft_{table.name} "
                f"where _source = ? and {condition}",
                [column, reason, self._draft.sheet.number],
            )

    def _filled(self, typed: str) -> str:
        """``typed`` with what the file does not speak of taken from the store, else from the model's defaults."""
        table = self._table
        given = {column.name for column in self._given} | set(table.key)
        cells = []
        for column in table.columns:
            name = quoted(column.name)
            known = [f"t.{name}"] if column.name in given else [f"t.{name}", f"s.{name}"]
            if column.default is not None:
                known.append(f"cast({literal(column.default)} as {TYPES[column.kind]})")
            cells.append(f"coalesce({', '.join(known)}) as {name}" if len(known) > 1 else f"{known[0]} as {name}")
        keys = " and ".join(f"t.{quoted(name)} = s.{quoted(name)}" for name in table.key)
        return f"select t._line, {', '.join(cells)} from ({typed}) as t left join state_{table.name} as s on {keys}"

    def _row_checks(self) -> list[tuple[str, str, str]]:
        """What a typed row must keep: (condition of a breach, column to name, reason)."""
        table = self._table
        readable = {column.name for column in self._given if column.kind != "text" or column.enumeration}
        checks: list[tuple[str, str, str]] = []
        for column in table.required:
            empty = f"{quoted(column.name)} is null"
            if column.name in readable:
                empty += f" and _line not in (select _line from cleaned where {quoted(column.name)} is not null)"
            checks.append((empty, column.name, "required"))
        checks += [(f"{quoted(first)} > {quoted(last)}", last, "wrong_order") for first, last in table.orders]
        if table.one_of:
            empty = " and ".join(f"{quoted(name)} is null" for name in table.one_of)
            checks.append((empty, table.one_of[0], "required"))
        return checks
