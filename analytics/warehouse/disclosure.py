"""What of a question's answer a masked audience is given: declared in the question's head, and applied here.

The line ``-- disclosure: ...`` of an .sql file says one of three things; without it the question is management's.

- ``totals``: figures of the whole network; they are exact.
- ``named``: rows about single organisations and cooperations; they are asked on the masked tables.
- ``cells A, B by C``: the columns A and B are counts parted by C, a table each (and for each period); they are told in
  classes, see :mod:`analytics.warehouse.suppression`. ``by counted C``: rows are there only where something is
  counted. ``in quarters of D``: a table for each quarter in which the day D lies. ``within E``: a table for each value
  of E, since its total is told elsewhere. ``covered where F``: how many of the cells where F holds reach 3 is told
  elsewhere. Several such are parted by semicolons; ``without G, H`` at the end: these columns say more than the counts
  and stay empty.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import pandas as pd

from analytics.errors import QuestionError
from analytics.model import ENUMERATIONS
from analytics.model.count_classes import CLASS, UNTOLD
from analytics.warehouse.periods import Grain, Period
from analytics.warehouse.scope import EVERYTHING, Scope
from analytics.warehouse.sql import question_file
from analytics.warehouse.suppression import classes_told, counts_of, exact_or_missing

MASKED = ("ministry", "public")
"""The audiences that are told names with consent only, and parts in classes only; all of them are told the same."""
_CELLS = re.compile(
    r"cells (?P<columns>[\w, ]+?) by (?P<counted>counted )?(?P<by>\w+)"
    r"(?: in quarters of (?P<day>\w+))?(?: within (?P<block>\w+))?(?: covered where (?P<core>\w+))?"
)
_EVERY = {
    "kind": ENUMERATIONS["organisation_kind"].tokens,
    "size": ENUMERATIONS["size"].tokens,
    "stage": (*ENUMERATIONS["stage"].tokens, "unknown"),
}
"""Cells that a table has whether they are counted or not."""


@dataclass(frozen=True)
class Cells:
    """Columns of counts parted in one way; see this module's head."""

    columns: tuple[str, ...]
    by: str
    is_counted: bool = False
    day: str | None = None
    block: str | None = None
    core: str | None = None

    def apply(self, frame: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
        """``frame`` with its counts in classes; ``named`` holds the counts of those alone who agreed to be named."""
        told = self._completed(frame).copy()
        tables, known_tables = self._tables(told), self._tables(named)
        for column in self.columns:
            shown: dict[Hashable, str] = {}
            for table in tables.unique():
                rows, known = told[tables == table], named[known_tables == table]
                core = frozenset(rows.loc[rows[self.core].astype(bool), self.by]) if self.core else frozenset()
                found = classes_told(counts_of(rows, self.by, column), counts_of(known, self.by, column), core)
                shown |= {place: found[str(cell)] for place, cell in zip(rows.index, rows[self.by], strict=True)}
            classes = pd.Series(shown, dtype=object).reindex(told.index).where(told[column].notna(), UNTOLD)
            told[column] = exact_or_missing(classes)
            told[f"{column}{CLASS}"] = classes
        if not self.is_counted:
            return told
        # That there is a row at all would tell that somebody is counted there.
        return told[(told[[f"{column}{CLASS}" for column in self.columns]] != UNTOLD).any(axis=1)]

    def _completed(self, frame: pd.DataFrame) -> pd.DataFrame:
        """``frame`` with a row for each of the cells that there always are, and a fresh index."""
        every = _EVERY.get(self.by, ())
        tables = self._tables(frame)
        missing = [
            {self.by: cell, **rows.iloc[0][self._keys(rows)].to_dict(), **dict.fromkeys(self.columns, 0)}
            for _, rows in frame.groupby(tables, sort=False)
            for cell in every
            if cell not in set(rows[self.by])
        ]
        if not missing:
            return frame.reset_index(drop=True)
        whole = pd.concat([frame, pd.DataFrame(missing)], ignore_index=True)
        order = {table: place for place, table in enumerate(tables.unique())}
        places = pd.DataFrame({"table": self._tables(whole).map(order), "cell": whole[self.by].map(every.index)})
        return whole.loc[places.sort_values(["table", "cell"], kind="stable").index].reset_index(drop=True)

    def _keys(self, frame: pd.DataFrame) -> list[str]:
        return [column for column in ("period", self.block) if column and column in frame]

    def _tables(self, frame: pd.DataFrame) -> "pd.Series[str]":
        """The name of the table that each row belongs to."""
        if self.day:
            return pd.to_datetime(frame[self.day]).dt.to_period("Q").astype(str)
        keys = self._keys(frame)
        if not keys:
            return pd.Series("", index=frame.index, dtype=object)
        return frame[keys].astype(str).agg(" ".join, axis=1) if len(frame) else pd.Series(dtype=object)


@dataclass(frozen=True)
class Disclosure:
    """What may be given away of one question's answer; see this module's head."""

    way: Literal["totals", "named", "cells"]
    cells: tuple[Cells, ...] = ()
    without: tuple[str, ...] = ()

    def check(self, periods: Sequence[Period]) -> None:
        """Raise QuestionError for periods that its parts are not told of.

        Parts are told of calendar years, or where they lie in quarters, of whole quarters: other spans overlap, and
        their differences would give away more than the classes.
        """
        for cells in self.cells:
            only_whole(periods, "quarter" if cells.day else "year")

    def scope(self, scope: Scope) -> Scope:
        """The scope within which it is told: parts always without the coordinator.

        With and without it they would differ by what one organisation has.
        """
        return EVERYTHING if self.way == "cells" else scope

    def apply(self, frame: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
        """``frame`` as a masked audience may have it; ``named`` are the same counts of those who agreed to be named."""
        shown = frame
        for cells in self.cells:
            shown = cells.apply(shown, named)
        empty = {column: pd.Series(None, index=shown.index, dtype=float) for column in self.without}
        return shown.assign(**empty).reset_index(drop=True)


@cache
def disclosure_of(question: str) -> Disclosure | None:
    """What the head of the question's file declares; None where it is management's alone."""
    text = question_file(question)
    head = re.search(r"^-- disclosure: (.+(?:\n-- .+)*)$", text, re.MULTILINE)
    if head is None:
        return None
    said = head[1].replace("\n--", "").strip()
    if said in ("totals", "named"):
        return Disclosure("totals" if said == "totals" else "named")
    *declared, last = said.split("; ")
    without = last.removeprefix("without ") if last.startswith("without ") else ""
    return Disclosure(
        "cells", tuple(_cells(one, question) for one in [*declared, *([] if without else [last])]), _names(without)
    )


def _cells(said: str, question: str) -> Cells:
    found = _CELLS.fullmatch(said)
    if found is None:
        raise ValueError(f"{question}.sql: a disclosure that nobody understands")
    return Cells(
        _names(found["columns"]), found["by"], bool(found["counted"]), found["day"], found["block"], found["core"]
    )


def only_whole(periods: Sequence[Period], grain: Grain) -> None:
    """Raise QuestionError unless each of ``periods`` is a calendar year, or whole quarters, with all the data."""
    for period in periods:
        first, last = Period.of(period.starts_on, grain), Period.of(period.ends_on, grain)
        is_whole = (first.starts_on, last.ends_on) == (period.starts_on, period.ends_on)
        if period.as_of or not is_whole or (grain == "year" and first != last):
            raise QuestionError(f"whole_{grain}s_only", period=period.name)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(",") if name.strip())
