"""Which table of the model a sheet holds, and where it holds none, which ones it comes close to and what they lack."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from analytics.intake.headers import columns_of, names_of, spelling
from analytics.model import TABLES, Column, Label, Table

_MISSES = 3
"""How many tables are named that a sheet comes close to."""


@dataclass(frozen=True)
class Miss:
    """A table that a sheet is not, though it comes close.

    ``understood`` holds the text columns (c0, c1, ...) that would be read; of each group in ``lacking`` the sheet
    would need one column.
    """

    label: Label
    understood: tuple[str, ...]
    lacking: tuple[tuple[Label, ...], ...]


@cache
def table_called(name: str) -> Table | None:
    """The table that a file's or sheet's name means, in either language, or None."""
    wanted = spelling(re.sub(r"^[\d\W_]+|[\d\W_]+$", "", name))
    for table in TABLES.values():
        if wanted in {spelling(called) for called in (table.name, table.label.de, table.label.en, *table.aliases)}:
            return table
    return None


def table_for(title: str, header: Sequence[str], known: Collection[str] = ()) -> Table | None:
    """The table that a sheet holds: by its name, else by its header, or None.

    A sheet is of a table only if it lacks nothing that makes the table, see :func:`lacking`. By its header alone it
    is the one of these of which it has at least as many columns as of any other table.
    ``known`` names columns that the header need not have, because somebody has said what they are.
    """
    found = {table.name: columns_of(table, header) for table in TABLES.values()}
    named = table_called(title)
    if named is not None and found[named.name] and not lacking(named, header, known, by_name=True):
        return named
    most = max(map(len, found.values()))
    for table in TABLES.values():
        if most and len(found[table.name]) == most and not lacking(table, header, known):
            return table
    return None


def lacking(
    table: Table, header: Sequence[str], known: Collection[str] = (), *, by_name: bool = False
) -> list[tuple[Column, ...]]:
    """What a sheet lacks to be of ``table``; of each group it needs one column. Empty where it is of the table.

    A sheet needs the required columns, one of those that make the table (:attr:`Table.made_by`), and one of those of
    which a row must fill one. One that is called like the table and has its key may leave the others away: then it
    changes rows that are there. Without the name, keys and references alone say what rows are about, not what they
    say: then no column may be left over.
    """
    read = columns_of(table, header) | names_of(table, header)
    there = {*read, *known}
    has_key = set(table.needed_key or table.key) <= there
    groups: list[Sequence[str]] = [table.made_by]
    if not (by_name and has_key):
        groups += [*([column.name] for column in table.required), table.one_of]
    lacks = [group for group in groups if group and not there & set(group)]
    if not lacks and not by_name and len(read) < sum(1 for title in header if title.strip()):
        says = [column.name for column in table.columns if column.name not in table.key and not column.references]
        lacks = [] if there & set(says) else [says]
    return [tuple(table.by_name[name] for name in group) for group in lacks]


def near_misses(title: str, header: Sequence[str], also: Sequence[Miss] = ()) -> list[Miss]:
    """The tables of which the sheet has some column, the likest first: by its name, then by what it has and lacks.

    ``also`` are misses of other kinds of tables, to be ranked among them.
    """
    named = table_called(title)
    first: list[Miss] = []
    others = list(also)
    for table in TABLES.values():
        found, read = columns_of(table, header), columns_of(table, header) | names_of(table, header)
        lacks = lacking(table, header, by_name=table is named)
        if lacks and (found or (read and table is named)):
            labels = tuple(tuple(column.label for column in group) for group in lacks)
            positions = tuple(position for columns in read.values() for position in columns)
            (first if table is named else others).append(Miss(table.label, positions, labels))
    others.sort(key=lambda miss: (-len(miss.understood), len(miss.lacking)))
    return [*first, *others][:_MISSES]
