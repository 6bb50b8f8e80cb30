"""A column's distinct texts, read together: what one cell leaves open, the others may decide."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import duckdb

from analytics.model import Column
from analytics.model.dates import EARLIEST_YEAR, latest_year
from analytics.warehouse.readings import NUMBER_MARK, within_bounds, word
from analytics.warehouse.sql import quoted

Decimal = Literal["comma", "dot"]
"""The sign that parts decimals."""

DECIMALS: tuple[Decimal, ...] = ("comma", "dot")


@dataclass(frozen=True)
class Distinct:
    """Reads the distinct texts of the table ``cleaned``.

    ``decimal`` is what somebody said of numbers that their column leaves open; ``day_zero`` is the day that a
    spreadsheet's bare numbers count from, None where the texts are no spreadsheet's.
    """

    connection: duckdb.DuckDBPyConnection
    decimal: Decimal | None
    day_zero: date | None

    def read(self, column: Column) -> str:
        """Make the table ``read_<column>`` of a column: ``raw``, ``value`` and ``is_open``; its name.

        ``value`` is null where the text cannot be read, ``is_open`` where it can be read in two ways.
        """
        name = quoted(f"read_{column.name}")
        texts = f"select distinct {quoted(column.name)} as raw from cleaned where {quoted(column.name)} is not null"
        self.connection.execute(f"create or replace temp table {name} as {self._values(column, texts)}")
        return name

    def _values(self, column: Column, texts: str) -> str:
        if column.enumeration is not None or column.kind not in ("date", "integer", "decimal"):
            return f"select raw, {word(column, 'raw')} as value, false as is_open from ({texts})"
        return self._days(texts) if column.kind == "date" else self._numbers(column, texts)

    def _days(self, texts: str) -> str:
        day = f"day_of_parts(parts, {str(self._is_day_first(texts)).lower()})"
        if self.day_zero is not None:
            days = "try_cast(regexp_extract(raw, '^(\\d{5})(\\.\\d+)?$', 1) as integer)"
            day = f"coalesce({day}, date '{self.day_zero}' + {days})"
        return (
            f"select raw, if(year(day) between {EARLIEST_YEAR} and {latest_year()}, day, null) as value, "
            f"false as is_open from (select raw, {day} as day "
            f"from (select raw, date_parts(raw) as parts from ({texts})))"
        )

    def _numbers(self, column: Column, texts: str) -> str:
        marked = f"ends_with(raw, '{NUMBER_MARK}')"
        self.connection.execute(
            f"create or replace temp table numbers as select *, if(is_number, 'dot', number_form(text)) as form from ("
            f"select *, number_text(bare) as text from (select raw, {marked} as is_number, number_unit(raw) as unit, "
            f"number_bare(rtrim(raw, '{NUMBER_MARK}')) as bare from ({texts})))"
        )
        decided = self._decimals(column) or self.decimal
        is_open = "false" if decided else "coalesce(form = 'open', false)"
        form = f"if(form = 'open', '{decided}', form)" if decided else "form"
        return (
            f"select raw, {within_bounds(column, 'number')} as value, {is_open} as is_open "
            f"from (select raw, form, number_value(text, {form}, unit) as number from numbers)"
        )

    def _is_day_first(self, texts: str) -> bool:
        """Whether some 27-10-2021 shows that the day stands first, and none the opposite."""
        row = self.connection.execute(
            "select bool_or(regexp_matches(raw, '^(1[3-9]|2\\d|3[01])[-/]\\d{1,2}[-/]\\d{4}')), "
            f"bool_or(regexp_matches(raw, '^\\d{{1,2}}[-/](1[3-9]|2\\d|3[01])[-/]\\d{{4}}')) from ({texts})"
        ).fetchone()
        return row is not None and bool(row[0]) and not row[1]

    def _decimals(self, column: Column) -> Decimal | None:
        """The sign that the column's cells show to part decimals; None where none does, or both do.

        In a spreadsheet 1.5 may be a number, whose sign says nothing of how texts are written. A whole number of three
        decimals is written by nobody beside whole numbers without: in a column of whole numbers 1.200, or 80 beside
        1.000, parts thousands.
        """
        number = "regexp_full_match(raw, '-?\\d+\\.\\d+')" if self.day_zero is not None else "false"
        comma, dot = "form = 'comma'", f"form = 'dot' and not is_number and not {number}"
        if column.kind == "integer":
            thousands = "form = 'open' and (not ends_with(text, '000') or has_whole)"
            comma += f" or {thousands} and contains(text, '.')"
            dot += f" or {thousands} and contains(text, ',')"
        row = self.connection.execute(
            f"select coalesce(bool_or({comma}), false), coalesce(bool_or({dot}), false) "
            "from (select *, bool_or(form = 'whole') over () as has_whole from numbers)"
        ).fetchone()
        shows_comma, shows_dot = row or (False, False)
        if shows_comma == shows_dot:
            return None
        return "comma" if shows_comma else "dot"
