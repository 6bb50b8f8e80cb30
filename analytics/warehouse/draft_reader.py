"""From text to typed rows: one relation's text columns into one table's draft, every unreadable cell noted."""

from dataclasses import dataclass

import duckdb

from analytics.model import Column, Table
from analytics.warehouse.draft_names import resolve
from analytics.warehouse.person_keys import PersonKey
from analytics.warehouse.personal_cells import PersonalCells
from analytics.warehouse.readings import (
    COMMA_EVIDENCE,
    DOT_EVIDENCE,
    NUL_MARK,
    WRAPPED,
    names_nobody,
    reading,
    unwrapped,
)
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
    comma_decimals: bool
    from_spreadsheet: bool
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
        for column in self._typed:
            self._read_distinct(column)
        self._note_unreadable()
        self._insert()

    def _clean(self) -> None:
        """The text of every column, unwrapped; null where empty."""
        picked = ["_line"]
        contradictions = []
        for column in self._given:
            texts = [self._unwrapped(name) for name in self.columns[column.name]]
            text = texts[0] if len(texts) == 1 else f"coalesce({', '.join(texts)})"
            contradictions += [(column, f"{text} <> {other}", f"{text} || ' ≠ ' || {other}") for other in texts[1:]]
            if column.padded:
                padded = f"lpad({text}, {column.padded}, '0')"
                short = f"regexp_full_match({text}, '\\d{{1,{column.padded - 1}}}')"
                text = f"case when {short} then {padded} else {text} end"
            picked.append(f"{text} as {quoted(column.name)}")
        relation = quoted(self.relation)
        self.connection.execute(f"create or replace temp table cleaned as select {', '.join(picked)} from {relation}")
        for column, contradiction, shown in contradictions:
            self._note(column, "contradiction", relation, contradiction, shown)

    def _unwrapped(self, name: str) -> str:
        """The text column ``name``, unwrapped where any of its cells is wrapped, which is rare and costs time."""
        relation, text = quoted(self.relation), quoted(name)
        wrapped = self.connection.execute(
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
            from_spreadsheet=self.from_spreadsheet,
        )
        self.connection.execute(
            f"create or replace temp table {quoted('read_' + column.name)} as select raw, {value} as value from {texts}"
        )

    def _has_comma_decimals(self, texts: str) -> bool:
        row = self.connection.execute(
            f"select bool_or(regexp_matches(raw, ?)), bool_or(regexp_matches(raw, ?)) from {texts}",
            [COMMA_EVIDENCE, DOT_EVIDENCE],
        ).fetchone()
        comma, dot = row or (None, None)
        if comma or dot:
            return bool(comma)
        return self.comma_decimals

    def _note(self, column: Column, reason: str, relation: str, condition: str, value: str) -> None:
        """Reject the rows that keep ``condition``; what a personal column says is not repeated."""
        shown = "null" if column.personal else f"left({value}, 200)"
        self.connection.execute(
            f"insert into rejections select ?, _line, ?, ?, ?, {shown} from {relation} where {condition}",
            [self.source, self.table.name, column.name, reason],
        )

    def _note_unreadable(self) -> None:
        for column in self._given:
            name = quoted(column.name)
            if column in self._typed:
                unread = f"{name} in (select raw from {quoted('read_' + column.name)} where value is null)"
                kind = "choice" if column.enumeration else column.kind
                self._note(column, f"unreadable_{kind}", "cleaned", unread, name)
                continue
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
            self.connection.execute(f"create or replace temp table typed as {typed}")
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
        keys = " and ".join(f"{filled_key(table.by_name[name], 't.')} = s.{quoted(name)}" for name in table.key)
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
