"""Which column of a file is which column of the model, whatever language and spelling its header has."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from analytics.model import Table

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


def begun_in(header: Sequence[str], known: Mapping[str, str]) -> dict[str, list[str]]:
    """As :func:`found_in`, of titles that begin with a known spelling, of which the longest counts.

    What follows in a title, in another language or as an explanation, makes no difference.
    """
    longest = sorted(known, key=len, reverse=True)
    found: dict[str, list[str]] = {}
    for position, title in enumerate(header):
        form = spelling(title)
        if begun := next((one for one in longest if form.startswith(one)), None):
            found.setdefault(known[begun], []).append(f"c{position}")
    return found


def same_titled(header: Sequence[str], columns: Sequence[str]) -> list[str]:
    """Of several text columns for one name: the first, and those with the same title, which say the same again."""
    first, *others = ((column, spelling(header[int(column[1:])])) for column in columns)
    return [first[0], *(column for column, title in others if title == first[1])]


def titled(header: Sequence[str], names: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """For each of ``names`` that the header has by that or one of its other titles: its text columns."""
    return {name: same_titled(header, columns) for name, columns in found_in(header, spellings(names)).items()}


@cache
def table_spellings(table: Table) -> dict[str, str]:
    """Every spelling of a header of ``table``, with its column's name. A column's own name wins over labels."""
    names = {column.name: () for column in table.columns}
    labels = {column.name: (column.label.de, column.label.en) for column in table.columns}
    aliases = {column.name: column.aliases for column in table.columns}
    return spellings(aliases) | spellings(labels) | spellings(names)


def columns_of(table: Table, header: Sequence[str]) -> dict[str, list[str]]:
    """For each column of ``table`` that the header has: the text columns (c0, c1, ...) it stands in."""
    return found_in(header, table_spellings(table))


def names_of(table: Table, header: Sequence[str]) -> dict[str, list[str]]:
    """For each reference of ``table`` that the header has by name only: the text columns that name what is meant.

    Where the header has the reference's own column, the name beside it is not needed.
    """
    titles = {column.name: column.name_titles for column in table.columns if column.name_titles}
    known = {form: name for name, others in titles.items() for form in spellings({others[0]: others})}
    there = columns_of(table, header)
    return {name: found for name, found in found_in(header, known).items() if name not in there}
