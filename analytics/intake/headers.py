"""Which column of a file is which column of the model, whatever language and spelling its header has."""

import re
import unicodedata
from functools import cache

from analytics.model import TABLES, Table

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def spelling(text: str) -> str:
    """``text`` reduced to letters and digits without case, accents and umlauts; other scripts stay."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS))
    return re.sub(r"[\W_]", "", "".join(sign for sign in plain if not unicodedata.combining(sign)))


@cache
def _spellings(table: Table) -> dict[str, str]:
    """Every spelling of a header of ``table``, with its column's name. A column's own name wins over labels."""
    found: dict[str, str] = {}
    for pick in (0, 1, 2):
        for column in table.columns:
            names = ((column.name,), (column.label.de, column.label.en), column.aliases)[pick]
            for name in names:
                for form in {spelling(name), spelling(name).replace("ae", "a").replace("oe", "o").replace("ue", "u")}:
                    found.setdefault(form, column.name)
    return found


def columns_of(table: Table, header: tuple[str, ...]) -> dict[str, list[str]]:
    """For each column of ``table`` that the header has: the text columns (c0, c1, ...) it stands in."""
    known = _spellings(table)
    found: dict[str, list[str]] = {}
    for position, title in enumerate(header):
        form = spelling(title)
        name = known.get(form) or known.get(form.replace("ae", "a").replace("oe", "o").replace("ue", "u"))
        if name:
            found.setdefault(name, []).append(f"c{position}")
    return found


def ignored_columns(table: Table, header: tuple[str, ...]) -> list[str]:
    """The titles in the header that no column of ``table`` answers to."""
    taken = {name for names in columns_of(table, header).values() for name in names}
    return [title for position, title in enumerate(header) if f"c{position}" not in taken and title.strip()]


@cache
def table_called(name: str) -> Table | None:
    """The table that a file's or sheet's name means, in either language, or None."""
    wanted = spelling(re.sub(r"^[\d\W_]+|[\d\W_]+$", "", name))
    for table in TABLES.values():
        if wanted in {spelling(called) for called in (table.name, table.label.de, table.label.en, *table.aliases)}:
            return table
    return None


def table_for(title: str, header: tuple[str, ...]) -> Table | None:
    """The table that a sheet holds: by its name, else by its header (all required columns, most recognised)."""
    named = table_called(title)
    if named is not None and columns_of(named, header):
        return named
    best: tuple[int, Table] | None = None
    for table in TABLES.values():
        found = columns_of(table, header)
        if all(column.name in found for column in table.required) and (best is None or len(found) > best[0]):
            best = (len(found), table)
    return best[1] if best else None
