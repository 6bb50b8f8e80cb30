"""Which column of a file is which column of the model, whatever language and spelling its header has."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from analytics.model import TABLES, Column, Table

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def spelling(text: str) -> str:
    """``text`` reduced to letters and digits without case, accents and umlauts; other scripts stay."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS))
    return re.sub(r"[\W_]", "", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def without_umlauts(form: str) -> str:
    """A spelling as somebody writes it who leaves the dots away: Grosse for Größe."""
    return form.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def spellings(names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Every spelling of the given names' other names, with the name it stands for; of two equal ones the first."""
    found: dict[str, str] = {}
    for name, others in names.items():
        for other in (name, *others):
            found.setdefault(spelling(other), name)
            found.setdefault(without_umlauts(spelling(other)), name)
    return found


def found_in(header: Sequence[str], known: Mapping[str, str]) -> dict[str, list[str]]:
    """For each name whose spelling the header has: the text columns (c0, c1, ...) it stands in."""
    found: dict[str, list[str]] = {}
    for position, title in enumerate(header):
        form = spelling(title)
        if name := known.get(form) or known.get(without_umlauts(form)):
            found.setdefault(name, []).append(f"c{position}")
    return found


@cache
def _spellings(table: Table) -> dict[str, str]:
    """Every spelling of a header of ``table``, with its column's name. A column's own name wins over labels."""
    names = {column.name: () for column in table.columns}
    labels = {column.name: (column.label.de, column.label.en) for column in table.columns}
    aliases = {column.name: column.aliases for column in table.columns}
    return spellings(aliases) | spellings(labels) | spellings(names)


def columns_of(table: Table, header: Sequence[str]) -> dict[str, list[str]]:
    """For each column of ``table`` that the header has: the text columns (c0, c1, ...) it stands in."""
    return found_in(header, _spellings(table))


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

    A name counts where the header has the table's key. A header alone means the table of which it has all required
    columns and at least as many columns as of any other.
    ``known`` names columns that the header need not have, because somebody has said what they are.
    """
    found = {table.name: columns_of(table, header) for table in TABLES.values()}
    named = table_called(title)
    if named is not None and found[named.name] and found[named.name].keys() >= set(named.needed_key):
        return named
    most = max(map(len, found.values()))
    for table in TABLES.values():
        columns = found[table.name]
        is_complete = all(column.name in columns or column.name in known for column in table.required)
        if columns and len(columns) == most and is_complete:
            return table
    return None


def nearly(header: Sequence[str]) -> tuple[Table, list[Column]] | None:
    """The table that a header comes closest to, and the required columns it lacks; None where it is close to none."""
    found = {table.name: columns_of(table, header) for table in TABLES.values()}
    best = max(TABLES.values(), key=lambda table: len(found[table.name]))
    lacking = [column for column in best.required if column.name not in found[best.name]]
    return (best, lacking) if len(found[best.name]) > 1 and lacking else None
