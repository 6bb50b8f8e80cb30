"""From text to typed rows: one relation's text columns into one table's draft, every unreadable cell noted."""

from dataclasses import dataclass
from datetime import date

import duckdb

from analytics.model import ENUMERATIONS, Column, Table
from analytics.warehouse.distinct_readings import Decimal, Distinct
from analytics.warehouse.draft_names import resolve
from analytics.warehouse.empty_cells import Emptied, emptied, without
from analytics.warehouse.person_keys import PersonKey
from analytics.warehouse.personal_cells import PersonalCells
from analytics.warehouse.readings import NUL_MARK, NUMBER_MARK, compared_text, has_failed, kept_text, names_nobody
from analytics.warehouse.schema import TYPES, column_list, filled_key
from analytics.warehouse.sql import literal, quoted, sql_file


@dataclass
class DraftReader:
    """Reads the text columns of ``relation`` into the draft of ``table``.

    ``columns`` leads from the table's columns to the text columns they stand in; ``source`` is the sheet's
    number, ``digest`` its file's; the rest is told in :class:`analytics.warehouse.drafts.Draft`.
    """

    connection: duckdb.DuckDBPyConnection
    table: Table
    relation: str
    columns: dict[str, list[str]]
    source: int
    digest: str
    decimal: Decimal | None
    day_zero: date | None
    merges: bool
    person_key: PersonKey
    refuses_addresses: bool

    def __post_init__(self) -> None:
        self._given = [column for column in self.table.columns if column.name in self.columns]
        self._typed = [column for column in self._given if column.kind != "text" or column.enumeration]

    def read(self) -> None:
        """Put the rows into the draft, and what is wrong with them among the rejections."""
        self._clean()
        cells = PersonalCells(
            self.connection, self.table, self.source, self._given, self.person_key, strict=self.refuses_addresses
        )
        self._refused = cells.strike()
        if not self.merges:
            for column in self._given:
                if column.references == "organisations":
                    resolve(self.connection, self.table, column, self.source)
        distinct = Distinct(self.connection, self.decimal, self.day_zero)
        for column in self._typed:
            distinct.read(column)
        self._note_unreadable()
        self._insert()

    def _clean(self) -> None:
        """The text of every column; null where it is empty, or says nothing where it may be empty."""
        picked = ["_line"]
        contradictions = []
        optional = {
            name: ENUMERATIONS.get(column.enumeration or "")
            for column in self._given
            if not column.required
            for name in self.columns[column.name]
        }
        empty = emptied(self.connection, self.relation, optional)
        for column in self._given:
            texts = [self._text(column, name, empty.get(name, [])) for name in self.columns[column.name]]
            text = texts[0] if len(texts) == 1 else f"coalesce({', '.join(texts)})"
            for other in texts[1:]:
                differ = f"{compared_text(column, text)} <> {compared_text(column, other)}"
                contradictions.append((column, differ, f"{text} || ' ≠ ' || {other}"))
            picked.append(f"{kept_text(column, text)} as {quoted(column.name)}")
        relation = quoted(self.relation)
        self.connection.execute(f"create or replace temp table cleaned as select {', '.join(picked)} from {relation}")
        for column, contradiction, shown in contradictions:
            self._note(column, "contradiction", relation, contradiction, shown)

    def _text(self, column: Column, name: str, found: list[Emptied]) -> str:
        """The text column ``name`` without what was ``found`` to say nothing."""
        for one in found:
            self._tell(column, one.reason, one.line, ", ".join(one.words), one.rows)
        text = without(name, found)
        if column in self._typed:
            return f"case when not is_time_of_day({text}) then {text} end" if self._has_times(column) else text
        if self.day_zero is not None:
            text = f"rtrim({text}, '{NUMBER_MARK}')"
        if column.spelled == "district_of_key":
            self._tell_keys_above_districts(column, text)
        return text

    def _has_times(self, column: Column) -> bool:
        """Whether the relation has days in one column and times of day in others: Datum, Beginn, Ende."""
        days = [known for known in self._given if known.kind == "date"]
        return column in days and any(len(self.columns[known.name]) > 1 for known in days)

    def _tell_keys_above_districts(self, column: Column, text: str) -> None:
        """Note keys of a state or Regierungsbezirk, which become empty."""
        found = self.connection.execute(
            f"select min(_line), string_agg(distinct {text}, ', '), count(*) from {quoted(self.relation)} "
            f"where is_above_districts({text})"
        ).fetchone()
        if found and found[2]:
            self._tell(column, "above_districts", *found)

    def _tell(self, column: Column, reason: str, line: int, value: str, rows: int) -> None:
        """Note what is to be known of rows that are taken."""
        self.connection.execute(
            "insert into notes values (?, ?, ?, ?, ?, ?, ?)",
            [self.source, line, self.table.name, column.name, reason, value, rows],
        )

    def _note(self, column: Column, reason: str, relation: str, condition: str, value: str) -> None:
        """Reject the rows that keep ``condition``; what a personal column says is not repeated."""
        shown = "null" if column.personal else f"rtrim(left({value}, 200), '{NUMBER_MARK}')"
        self.connection.execute(
            f"insert into rejections select ?, _line, ?, ?, ?, {shown} from {relation} where {condition}",
            [self.source, self.table.name, column.name, reason],
        )

    def _note_unreadable(self) -> None:
        for column in self._given:
            name = quoted(column.name)
            if column in self._typed:
                unread = f"{name} in (select raw from {quoted('read_' + column.name)} where value is null and "
                kind = "choice" if column.enumeration else column.kind
                self._note(column, f"unreadable_{kind}", "cleaned", f"{unread} not is_open)", name)
                self._note(column, "open_number", "cleaned", f"{unread} is_open)", name)
                continue
            if column.required:
                self._note(column, "failed_cell", "cleaned", f"ascii({name}) = 35 and {has_failed(name)}", name)
            self._note(column, "unreadable_character", "cleaned", f"contains({name}, '{NUL_MARK}')", name)
            if column.names_organisation and not self.merges:
                self._note(column, "names_nobody", "cleaned", names_nobody(name), name)
            if column.pattern:
                misshapen = f"not regexp_full_match({name}, {literal(column.pattern)})"
                self._note(column, "unreadable_text", "cleaned", misshapen, name)

    def _value(self, column: Column) -> str:
        """The typed expression of a column in the row being inserted, before what the store knows."""
        if column not in self._given:
            return f"null::{TYPES[column.kind]}"
        if column in self._typed:
            return f"{quoted('r_' + column.name)}.value"
        return f"c.{quoted(column.name)}"

    def _insert(self) -> None:
        """Put the typed rows into the table's draft, with keys formed, gaps filled and rows checked."""
        table = self.table
        joins = " ".join(
            f"left join {quoted('read_' + column.name)} as {quoted('r_' + column.name)} "
            f"on c.{quoted(column.name)} = {quoted('r_' + column.name)}.raw"
            for column in self._typed
        )
        values = ", ".join(f"{self._value(column)} as {quoted(column.name)}" for column in table.columns)
        typed = f"select c._line, {values} from cleaned as c {joins}"
        if table.derived_key:
            self.connection.execute(f"create or replace temp view typed as {typed}")
            typed = sql_file("analytics.warehouse.keys", table.name)
            self.connection.execute("set variable digest = ?", [self.digest])
        rows = typed if self.merges else self._filled(typed)
        self.connection.execute(
            f"insert into draft_{table.name} select ?, _line, ?, {column_list(table)} from ({rows})",
            [self.source, self.merges],
        )
        self._check_rows()

    def _check_rows(self) -> None:
        """Reject the typed rows that lack something or contradict themselves; one look finds which checks matter."""
        checks = self._row_checks()
        typed = {column.name for column in self._typed}
        draft = f"draft_{self.table.name} where _source = ?"
        counts = ", ".join(f"count(*) filter (where {breach})" for breach, *_ in checks)
        found = self.connection.execute(f"select {counts} from {draft}", [self.source]).fetchone() or ()
        for (breach, column, reason, value), count in zip(checks, found, strict=True):
            if not count:
                continue
            unless = "true"
            if reason == "required" and column in typed:  # a cell that cannot be read has its reason already
                unless = f"_line not in (select _line from cleaned where {quoted(column)} is not null)"
            if reason == "required" and column in self._refused:
                unless += (
                    " and _line not in (select line from rejections where source = _source and reason = 'address')"
                )
            self.connection.execute(
                f"insert into rejections select _source, _line, ?, ?, ?, {value} "
                f"from {draft} and {breach} and {unless}",
                [self.table.name, column, reason, self.source],
            )

    def _filled(self, typed: str) -> str:
        """``typed`` with what the file does not speak of taken from the store, else from the model's defaults.

        Rows that merge are filled later, when all that a key's rows say has come together.
        """
        table = self.table
        given = {column.name for column in self._given} | set(table.key)
        cells = []
        for column in table.columns:
            name = quoted(column.name)
            known = [f"t.{name}"] if column.name in given else [f"t.{name}", f"s.{name}"]
            if column.default is not None:
                known.append(f"cast({literal(column.default)} as {TYPES[column.kind]})")
            cells.append(f"coalesce({', '.join(known)}) as {name}" if len(known) > 1 else f"{known[0]} as {name}")
        keys = " and ".join(
            f"{filled_key(table.by_name[name], 't.')} is not distinct from s.{quoted(name)}" for name in table.key
        )
        return f"select t._line, {', '.join(cells)} from ({typed}) as t left join state_{table.name} as s on {keys}"

    def _row_checks(self) -> list[tuple[str, str, str, str]]:
        """What a typed row must keep: (condition of a breach, column to name, reason, value to tell)."""
        table = self.table
        checks = [(f"{quoted(column.name)} is null", column.name, "required", "null") for column in table.required]
        for first, last in table.orders:
            told = f"{quoted(last)} || ' < ' || {quoted(first)}"
            checks.append((f"{quoted(first)} > {quoted(last)}", last, "wrong_order", told))
        if table.one_of:
            empty = " and ".join(f"{quoted(name)} is null" for name in table.one_of)
            checks.append((empty, table.one_of[0], "required", "null"))
        return checks
