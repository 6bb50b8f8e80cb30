"""Cells that say nothing, or only that a formula failed: where a cell may be empty, they are, and that is noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import duckdb

from analytics.model import Enumeration
from analytics.model.placeholders import NOTHING
from analytics.warehouse.readings import has_failed, means_nothing
from analytics.warehouse.sql import literal, quoted


@dataclass(frozen=True)
class Emptied:
    """What was found in a column: why it says nothing, in which words, in how many rows, and in which one first."""

    reason: str
    words: tuple[str, ...]
    rows: int
    line: int


def emptied(
    connection: duckdb.DuckDBPyConnection, relation: str, names: Mapping[str, Enumeration | None]
) -> dict[str, list[Emptied]]:
    """What says nothing in the text columns ``names`` of ``relation``, by column.

    Where a column is of an enumeration, the words for its values say something: "unknown" is one.
    """
    if not names:
        return {}
    looks = ", ".join(f"coalesce(bool_or({_may_be(name)}), false)" for name in names)
    doubtful = connection.execute(f"select {looks} from {quoted(relation)}").fetchone() or ()
    return {
        name: _found(connection, relation, name, meaning)
        for (name, meaning), doubt in zip(names.items(), doubtful, strict=True)
        if doubt
    }


def _found(
    connection: duckdb.DuckDBPyConnection, relation: str, name: str, enumeration: Enumeration | None
) -> list[Emptied]:
    says_nothing = means_nothing("word", but=enumeration.spellings if enumeration else ())
    found = connection.execute(
        "select reason, list(word order by word), sum(rows)::bigint, min(line) from (select *, case "
        f"when {has_failed('word')} then 'failed_cells' when {says_nothing} then 'placeholders' end as reason "
        f"from (select {quoted(name)} as word, count(*) as rows, min(_line) as line from {quoted(relation)} "
        f"where {_may_be(name)} group by all)) where reason is not null group by reason order by reason"
    ).fetchall()
    return [Emptied(reason, tuple(words), rows, line) for reason, words, rows, line in found]


def _may_be(name: str) -> str:
    """Whether a cell begins as one that says nothing may: a quick look spares most cells the rest."""
    return f"ascii({quoted(name)}) in ({_first_letters()}) and length({quoted(name)}) <= 40"


def without(name: str, found: Sequence[Emptied]) -> str:
    """The text column ``name`` as an expression: null where empty, and where it says what was ``found``."""
    words = ["", *(word for one in found for word in one.words)]
    if len(words) == 1:
        return f"nullif({quoted(name)}, '')"
    return f"case when {quoted(name)} not in ({', '.join(map(literal, words))}) then {quoted(name)} end"


@cache
def _first_letters() -> str:
    """The codes of the letters and signs with which such a cell may begin."""
    letters = {form for word in NOTHING for form in (word[0].lower(), word[0].upper())}
    return ", ".join(str(ord(letter)) for letter in sorted(letters | set("#-–—−_.…?¿!/\\*+~=,;:")))
