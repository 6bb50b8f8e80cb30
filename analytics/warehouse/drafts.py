"""Drafts: an import's rows on their way from text to typed, checked rows, in a DuckDB of their own.

Rows come in as text with the line they stood in, are read, checked against the model and against what the
store holds, and go out as Parquet. A source's row is accepted whole or rejected whole, however many rows of
the model were made from it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

import duckdb
import pyarrow as pa

from analytics.errors import StoreError
from analytics.model import TABLES, Table
from analytics.warehouse.distinct_readings import Decimal
from analytics.warehouse.draft_checks import check, unassigned
from analytics.warehouse.draft_contradictions import note_contradictions
from analytics.warehouse.draft_reader import DraftReader
from analytics.warehouse.empty_cells import emptied, without
from analytics.warehouse.person_keys import PersonKey, keys_of_nobody
from analytics.warehouse.readings import NUMBER_MARK
from analytics.warehouse.resolution import create_resolution
from analytics.warehouse.schema import column_list, empty_relation, key_of, same_key
from analytics.warehouse.sql import literal, quoted, sql_file
from analytics.warehouse.state import DELETED, state_of

REJECTIONS = "rejections"
"""The file that a batch keeps beside its tables: what was not taken, and why."""


_PARQUET = "format parquet, parquet_version v2, compression lz4_raw"
"""Larger than with zstd, and written and looked through in two thirds of the time; see docs/decisions/0001."""


@dataclass(frozen=True)
class SheetText:
    """A sheet's cells as text.

    ``rows`` holds ``_line`` and one text column a source column, named c0, c1, ...; ``day_zero`` is the day that bare
    numbers count from where they are a spreadsheet's days, None where the cells are no spreadsheet's. ``decimal`` is
    the sign that parts decimals where a column's cells leave it open, None where nobody said.
    """

    number: int
    rows: pa.Table
    digest: str
    day_zero: date | None = None
    decimal: Decimal | None = None


@dataclass(frozen=True)
class Draft:
    """Rows for one table of the model: which text columns of a relation go into which of its columns.

    ``relation`` is the name of a relation in the drafts' database with ``_line``; of several columns for one,
    the first filled one counts, and they may not contradict one another.
    ``merges`` is a foreign format's way of speaking: rows with one key are one row said several times, not a
    mistake, and an empty cell says nothing, so that it leaves the store's cell alone.
    """

    table: Table
    sheet: SheetText
    relation: str
    columns: dict[str, list[str]]
    merges: bool = False


@dataclass(frozen=True)
class Rejected:
    """Why a row of a source was not taken; ``line`` is None where a whole sheet is meant.

    ``table`` and ``column`` are the model's, ``value`` is the cell's text, None where it is personal.
    """

    source: int
    line: int | None
    table: str | None
    column: str | None
    reason: str
    value: str | None


@dataclass(frozen=True)
class Noted:
    """Something to be told of rows that were taken: where, what, an example, and of how many things it is said."""

    source: int
    line: int | None
    table: str | None
    column: str | None
    reason: str
    value: str | None
    things: int


@dataclass
class Drafts:
    """The database in which an import is checked. Use it as a context manager.

    ``person_key`` gives the key that is stored where a person's key is a name; formats' SQL calls it by that name, too.
    ``refuses_addresses`` says that a row with an e-mail address or phone number is refused even where the cell could be
    left empty.
    """

    state_files: dict[str, list[Path]] = field(default_factory=dict)
    person_key: PersonKey = field(default_factory=keys_of_nobody)
    refuses_addresses: bool = False

    def __enter__(self) -> "Drafts":
        self._connection = duckdb.connect(":memory:")
        try:
            self._prepare()
        except duckdb.IOException as error:
            raise _changed(error) from error
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        self._connection.close()
        if isinstance(error, duckdb.IOException):
            raise _changed(error) from error

    def _prepare(self) -> None:
        """Make the checks' macros known, the store's rows and, empty, the drafts' own tables."""
        for name in ("workbench", "numbers", "dates", "spellings"):
            self._connection.execute(sql_file("analytics.warehouse.checks", name))
        self._connection.create_function("person_key", self.person_key, ["VARCHAR"], "VARCHAR")
        for table in TABLES.values():
            state = state_of(table, self.state_files.get(table.name, []))
            self._connection.execute(f"create view state_{table.name} as from {state}")
            self._connection.execute(
                f"create table draft_{table.name} as "
                f"select 0::integer as _source, 0::bigint as _line, false as _merges, * from {empty_relation(table)}"
            )
            self._connection.execute(f"create table deleted_{table.name} as from {empty_relation(table)}")
        self._connection.execute(sql_file("analytics.warehouse.checks", "known_organisations"))
        create_resolution(self._connection, "organisation_resolution", "known_aliases", "known_organisations")
        self._connection.execute(sql_file("analytics.warehouse.checks", "organisation_names"))

    def interrupt(self) -> None:
        """End what the database is at; from another thread, whose import is not wanted any more."""
        self._connection.interrupt()

    def register(self, sheet: SheetText) -> str:
        """Make a sheet's rows known; the name of their relation."""
        self._connection.register(f"sheet_{sheet.number}", sheet.rows)
        return f"sheet_{sheet.number}"

    def define(self, statements: str) -> None:
        """Run a format's own definitions: the macros and reference tables that its SQL uses."""
        self._connection.execute(statements)

    def derive(
        self,
        sheet: SheetText,
        select: str,
        cells: Mapping[str, Sequence[str]],
        constants: Mapping[str, str],
        titles: Mapping[str, str],
        needed: Collection[str],
        *,
        first: str = "",
    ) -> list[Draft]:
        """What a format's SQL makes of a sheet: at most one row a table for each of the sheet's rows.

        ``select`` reads ``source``, which has ``_line`` and the columns that ``cells`` (text columns each, of which
        the first filled one counts) and ``constants`` (a text each) name, null where empty, or where they say nothing
        and are not among the ``needed``. It gives ``_line`` and a struct for every table of the model that it speaks
        of: the row's columns as text, or null where there is no such row. A line may
        give several rows. Structs ``rejected`` and ``noted`` (table_name, column_name, reason, value) say why a line
        cannot be taken, or what is to be told of it; the list ``replaced_participations`` says in the place of which
        participations its own stand. ``first`` are statements that are run once ``source`` is there;
        ``titles`` are the text columns' own.
        """
        relation = self.register(sheet)
        picked = []
        optional = {column: None for name, columns in cells.items() if name not in needed for column in columns}
        empty = emptied(self._connection, relation, optional)
        for column, found in empty.items():
            for one in found:
                words = ", ".join(one.words)
                self.note(Noted(sheet.number, one.line, None, titles[column], one.reason, words, one.rows))
        for name, columns in cells.items():
            texts = [without(column, empty.get(column, [])) for column in columns]
            picked.append(f"coalesce({', '.join(texts)}) as {quoted(name)}")
            for other in texts[1:]:
                self._connection.execute(
                    f"insert into rejections select ?, _line, null, ?, 'contradiction', {texts[0]} || ' ≠ ' || {other} "
                    f"from {quoted(relation)} where {texts[0]} <> {other}",
                    [sheet.number, titles[columns[0]]],
                )
        picked += [f"nullif({literal(text)}, '') as {quoted(name)}" for name, text in constants.items()]
        self._connection.execute(
            f"create or replace temp table source as select _line, {', '.join(picked)} from {quoted(relation)}"
        )
        self._connection.execute(first)
        self._connection.execute(f"create or replace temp table derived as {select}")
        told = [name for name in self._columns("derived") if name in ("rejected", "noted", "replaced_participations")]
        if "rejected" in told:
            self._connection.execute(
                f"insert into rejections select distinct {sheet.number}, _line, rejected.* "
                "from derived where rejected is not null"
            )
        if "noted" in told:
            self._connection.execute(
                f"insert into notes select {sheet.number}, min(_line), noted.table_name, noted.column_name, "
                "noted.reason, array_to_string(list_slice(list_sort(list(distinct noted.value)), 1, 3), ', '), "
                "count(distinct _line) from derived where noted is not null group by all"
            )
        if "replaced_participations" in told:
            self._connection.execute(
                f"insert into replaced_participations select {sheet.number}, _line, unnest(replaced_participations) "
                "from derived"
            )
        tables = [name for name in self._columns("derived") if name not in ("_line", *told)]
        return [self._derived_draft(sheet, TABLES[name]) for name in tables]

    def sums_stated(self, sheet: SheetText, stated_by: Literal["project", "partner"] | None) -> None:
        """Say that a sheet's rows state sums of funding: their project's, their partner's, or it is not known which."""
        self._connection.execute("insert into stated_sums values (?, ?)", [sheet.number, stated_by])

    def add(self, draft: Draft) -> None:
        """Read the rows of ``draft`` into typed columns and note every cell that cannot be read."""
        DraftReader(
            self._connection,
            table=draft.table,
            relation=draft.relation,
            columns=draft.columns,
            source=draft.sheet.number,
            digest=draft.sheet.digest,
            decimal=draft.sheet.decimal,
            day_zero=draft.sheet.day_zero,
            merges=draft.merges,
            person_key=self.person_key,
            refuses_addresses=self.refuses_addresses,
        ).read()

    def delete(self, table: Table, keys: Sequence[Sequence[object]]) -> None:
        """Take rows back for good: those of the store with these keys, unless the draft gives them anew."""
        same = " and ".join(f"{quoted(name)} is not distinct from ?" for name in table.key)
        for key in keys:
            self._connection.execute(
                f"insert into deleted_{table.name} ({key_of(table)}) "
                f"select {key_of(table)} from state_{table.name} where {same}",
                list(key),
            )

    def reject(self, rejected: Rejected) -> None:
        """Note that a row cannot be taken, for a reason found outside (a torn row, say)."""
        self._connection.execute(
            "insert into rejections values (?, ?, ?, ?, ?, ?)",
            [rejected.source, rejected.line, rejected.table, rejected.column, rejected.reason, rejected.value],
        )

    def note(self, noted: Noted) -> None:
        """Note something to be told of rows that are taken."""
        values = [noted.source, noted.line, noted.table, noted.column, noted.reason, noted.value, noted.things]
        self._connection.execute("insert into notes values (?, ?, ?, ?, ?, ?, ?)", values)

    def check(self, *, allow_large: bool = False) -> None:
        """Check keys, references and circles, until no further row has to go; then merge what was said twice.

        ``allow_large`` says that cooperations of very many members are meant as they stand.
        """
        check(self._connection, allow_large=allow_large)

    def note_contradictions(self) -> None:
        """Note what the accepted rows bring into contradiction, among themselves or with the store."""
        note_contradictions(self._connection)

    def rejected_lines(self) -> int:
        """How many rows of the sources were rejected."""
        return self._count("(select distinct source, line from rejections where line is not null)")

    def rejections(self) -> list[Rejected]:
        """Every rejection, in the sources' order."""
        rows = self._connection.execute("select distinct * from rejections order by all nulls first").fetchall()
        return [Rejected(*row) for row in rows]

    def notes(self) -> list[Noted]:
        """Everything to be told of rows that were taken, in the sources' order."""
        return [Noted(*row) for row in self._connection.execute("from notes order by all nulls first").fetchall()]

    def cells(self, sheet: int, titles: Mapping[str, str]) -> dict[int, str]:
        """The rejected rows of a sheet by line, as JSON, with the text columns that ``titles`` names."""
        if not titles:
            return {}
        pairs = ", ".join(
            f"{literal(title)}, nullif(rtrim({quoted(column)}, '{NUMBER_MARK}'), '')"
            for column, title in titles.items()
        )
        found = self._connection.execute(
            f"select _line, json_object({pairs}) from {quoted(f'sheet_{sheet}')} "
            "where _line in (select line from rejections where source = ?)",
            [sheet],
        ).fetchall()
        return dict(found)

    def said_beside_organisations(self, said: pa.Table) -> dict[str, frozenset[str]]:
        """By organisation: what ``said`` (_source, _line, said) says of accepted rows that name it and no other."""
        named = " union ".join(
            f"select _source, _line, {quoted(column.name)} as organisation_id from draft_{table.name} "
            f"where {quoted(column.name)} is not null"
            for table in TABLES.values()
            for column in table.columns
            if column.references == "organisations" or (table.name == "organisations" and column.name in table.key)
        )
        self._connection.register("said", said)
        rows = self._connection.execute(
            "with named as (select _source, _line, min(organisation_id) as organisation_id "
            f"from ({named}) group by all having min(organisation_id) = max(organisation_id)) "
            "select organisation_id, list(distinct said) from named inner join said using (_source, _line) "
            "group by organisation_id"
        ).fetchall()
        self._connection.unregister("said")
        return {organisation: frozenset(found) for organisation, found in rows}

    def unassigned(self) -> dict[tuple[str, str], int]:
        """By (table, column): how many accepted rows name a row that is not there yet."""
        return unassigned(self._connection)

    def write(self, folder: Path) -> dict[str, int]:
        """Write the accepted rows as ``<table>.parquet``; by table, how many of them are new, changed or deleted.

        A table in which nothing is new is not written. Raises StoreError where nothing can be written (any more).
        """
        changes = {name: self._changed(table) for name, table in TABLES.items()}
        for name, changed in changes.items():
            if changed:
                target = literal(str(folder / f"{name}.parquet"))
                rows = (
                    f"select {column_list(TABLES[name])}, false as {DELETED} from draft_{name} "
                    f"union all select {column_list(TABLES[name])}, true from ({self._gone(TABLES[name])})"
                )
                try:
                    self._connection.execute(f"copy ({rows}) to {target} ({_PARQUET})")
                except duckdb.IOException as error:
                    raise StoreError("store_not_writable", folder=str(folder.parent)) from error
        return {name: changed for name, changed in changes.items() if changed}

    def drafted(self) -> dict[str, int]:
        """By table: how many rows were made of what was accepted, new or not."""
        counts = {name: self._count(f"draft_{name}") for name in TABLES}
        return {name: count for name, count in counts.items() if count}

    def _changed(self, table: Table) -> int:
        """How many rows of the draft the store does not hold as they are."""
        if not self.state_files.get(table.name):
            return self._count(f"draft_{table.name}")
        gone = self._count(f"({self._gone(table)})")
        if not self._count(f"draft_{table.name}"):
            return gone
        columns = column_list(table)
        return gone + self._count(
            f"(select {columns} from draft_{table.name} except select {columns} from state_{table.name})"
        )

    def _gone(self, table: Table) -> str:
        """The rows to be deleted, each once, without those that the draft gives anew."""
        return (
            f"select distinct {column_list(table)} from deleted_{table.name} as s "
            f"where not exists (select 1 from draft_{table.name} as d where {same_key(table)})"
        )

    def _derived_draft(self, sheet: SheetText, table: Table) -> Draft:
        relation = f"derived_{sheet.number}_{table.name}"
        self._connection.execute(
            f"create temp table {quoted(relation)} as select _line, columns(* exclude (_line))::varchar "
            f"from (select _line, {table.name}.* from derived where {table.name} is not null)"
        )
        columns = {name: [name] for name in self._columns(relation) if name != "_line"}
        return Draft(table, sheet, relation, columns, merges=True)

    def _columns(self, relation: str) -> list[str]:
        return [row[0] for row in self._connection.execute(f"describe {quoted(relation)}").fetchall()]

    def _count(self, relation: str) -> int:
        row = self._connection.execute(f"select count(*) from {relation}").fetchone()
        return int(row[0]) if row else 0


def _changed(error: duckdb.IOException) -> StoreError:
    """A file of the store that cannot be read or written, as where it was erased meanwhile."""
    return StoreError("store_changed", cause=str(error).partition("\n")[0])
