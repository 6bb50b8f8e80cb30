"""What of an import's cells speaks of a person, and what becomes of it before anything is made of the cells.

It looks at the cleaned text of every column of the model that a sheet speaks of, whatever the format: an address is
refused or struck out, a person's key that is none is replaced, and a word that is not of a column's vocabulary goes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from analytics.model import Column, Table
from analytics.model.addresses import carries_address
from analytics.warehouse.doubtful_texts import is_no_usual_key, may_carry_address
from analytics.warehouse.person_keys import PersonKey, looks_random
from analytics.warehouse.readings import NUL_MARK
from analytics.warehouse.sql import quoted


@dataclass(frozen=True)
class PersonalCells:
    """Looks through the columns ``given`` of the table ``cleaned``, which holds the text of one sheet for ``table``.

    ``strict`` says that a row with an address is refused even where the cell could be left empty.
    """

    connection: duckdb.DuckDBPyConnection
    table: Table
    source: int
    given: Sequence[Column]
    person_key: PersonKey
    strict: bool = False

    def strike(self) -> set[str]:
        """Do away with what is personal; the columns in which rows were refused."""
        refused = set()
        for column in self.given:
            self._gather(column)
            addresses = list(filter(carries_address, self._texts(may_carry_address)))
            if addresses and self._is_refused(column):
                refused.add(column.name)
            self._replace(column, dict.fromkeys(addresses), "address", self._is_refused(column))
            if column.personal:
                names = filter(_is_name, self._texts(is_no_usual_key))
                self._replace(column, {text: self.person_key(text) for text in names}, "person_key")
            if column.vocabulary:
                words = self._texts()
                self._replace(column, dict.fromkeys(text for text in words if not column.speaks(text)), "no_role")
        return refused

    def _is_refused(self, column: Column) -> bool:
        """Whether a row without this cell would be another row, or none."""
        is_key = column.name in self.table.key and not self.table.derived_key
        return self.strict or column.required or column.personal or is_key

    def _gather(self, column: Column) -> None:
        """Put the column's different texts into the table ``texts``, or what is asked of them is asked of every row.

        Usual keys are left out of a column of keys, where so many may differ that to find out takes longer than to ask.
        """
        text, is_key = quoted(column.name), column.personal or column.references or column.name in self.table.key
        doubtful = is_no_usual_key(text) if is_key and not column.vocabulary else "true"
        self.connection.execute(
            f"create or replace temp table texts as select distinct {text} as text from cleaned "
            f"where {text} is not null and {doubtful}"
        )

    def _texts(self, may_be: Callable[[str], str] = lambda _: "true") -> list[str]:
        """The texts gathered, those of which ``may_be`` makes a condition in SQL that holds."""
        rows = self.connection.execute(f"select text from texts where text is not null and {may_be('text')}").fetchall()
        return [text for (text,) in rows]

    def _replace(self, column: Column, texts: dict[str, str | None], reason: str, is_refused: bool = False) -> None:
        """Put what ``texts`` says in the place of its keys, and tell it; the rows are refused or noted."""
        if not texts:
            return
        name = quoted(column.name)
        replacing = pa.table({"raw": _strings(texts), "value": _strings(texts.values())})
        self.connection.register("replacing", replacing)
        where = f"from cleaned where {name} in (select raw from replacing)"
        told = [self.source, self.table.name, column.name, reason]
        if is_refused:
            self.connection.execute(f"insert into rejections select ?, _line, ?, ?, ?, null {where}", told)
        else:
            things = f"count(distinct {name})" if column.personal else "count(*)"
            self.connection.execute(f"insert into notes select ?, min(_line), ?, ?, ?, null, {things} {where}", told)
        for relation, cell in (("cleaned", name), ("texts", "text")):
            self.connection.execute(
                f"update {relation} set {cell} = replacing.value from replacing where {relation}.{cell} = replacing.raw"
            )
        self.connection.unregister("replacing")


def _is_name(text: str) -> bool:
    """Whether a person's key tells anything; one with an unreadable sign is rejected for that."""
    return NUL_MARK not in text and not looks_random(text)


def _strings(texts: Iterable[str | None]) -> pa.Array:
    return pa.array(list(texts), pa.string())
