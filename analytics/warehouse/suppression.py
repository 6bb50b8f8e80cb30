"""Small counts hidden, with as many others as it takes that no total gives them away.

Primary and secondary suppression as official statistics know them (Hundepool et al., Statistical Disclosure Control,
2012, chapter 4), for tables of one dimension whose total is known: a count from 1 to ``least`` - 1 is withheld; so are
further counts of ``least`` or more, until every withheld one could still be one of two numbers at least. A count of 0
is shown: nobody is behind it. Where no choice of counts would do, all are withheld alike.

Whoever knows this rule could still conclude from *how many* counts are withheld what made it necessary. So which ones
come first, and whether one more is taken and yet another, is drawn by lot; the lot depends on a secret ``salt`` and on
the table itself, so that one table looks the same wherever it is shown. The tests try all small tables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import pandas as pd

SECOND = "·"
"""The sign of a count that is hidden for another one's sake."""
_ENDLESS = 10**9
_RARELY = 16
"""In so many of 256 lots all counts of a table are withheld, so that this does not show that it was necessary."""


@dataclass(frozen=True)
class Rule:
    """``least`` is the smallest count that is shown, ``salt`` the secret of the lots.

    ``last``: cells that are withheld for another one's sake only when no other is left, whatever their counts: those
    in which a reader expects a number, such as the core districts.
    """

    least: int
    salt: str
    last: frozenset[str] = frozenset()

    def place(self, cell: str) -> tuple[bool, bytes]:
        """In which order cells are withheld for another one's sake."""
        return cell in self.last, sha256(repr((self.salt, cell)).encode()).digest()


def sign_of(least: int) -> str:
    """The sign of a count that is too small to be shown."""
    return f"<{least}"


def signs(counts: Mapping[str, int], total: int, rule: Rule) -> dict[str, str]:
    """For each cell of one table the sign to be shown in the place of its count, "" where that is shown itself.

    ``total`` is what the reader knows of the sum; where one organisation is in several cells, the counts are more than
    it, and where some have no cell, less.
    """
    lot = sha256(repr((rule.salt, sorted((cell, count) for cell, count in counts.items() if count))).encode()).digest()
    return signs_drawn(counts, total, rule, None if lot[-1] < _RARELY else _heads(lot))


def signs_drawn(counts: Mapping[str, int], total: int, rule: Rule, further: int | None) -> dict[str, str]:
    """The same with the lot drawn already: so many counts are withheld beyond what is needed, all for None."""
    least = rule.least
    small = [cell for cell, count in counts.items() if 0 < count < least]
    if not small:
        return dict.fromkeys(counts, "")
    others = sorted((cell for cell, count in counts.items() if count >= least), key=rule.place)
    needed = next(
        (taken for taken in range(len(others) + 1) if _is_safe(counts, total, least, small, others[:taken])),
        len(others) + 1,
    )
    if further is None or needed > len(others):
        return dict.fromkeys(counts, SECOND)
    second = others[: needed + further]
    return dict.fromkeys(counts, "") | dict.fromkeys(small, sign_of(least)) | dict.fromkeys(second, SECOND)


def _heads(lot: bytes) -> int:
    """How often heads came before the first tail."""
    bits = f"{int.from_bytes(lot[:8], 'big'):064b}"
    return len(bits) - len(bits.lstrip("1"))


def _is_safe(counts: Mapping[str, int], total: int, least: int, small: Sequence[str], second: Sequence[str]) -> bool:
    """Whether each withheld count could be one of two numbers at least, for a reader who knows the others."""
    hidden = {*small, *second}
    known = sum(count for cell, count in counts.items() if cell not in hidden)
    parts = sum(counts.values())
    lowest = total - known if parts >= total else 0
    highest = total - known if parts <= total else _ENDLESS
    bounds = [(1, least - 1)] * len(small) + [(least, _ENDLESS)] * len(second)
    low, high = sum(bound[0] for bound in bounds), sum(bound[1] for bound in bounds)
    return len(bounds) > 1 and all(
        max(least_one, lowest - (high - most_one)) < min(most_one, highest - (low - least_one))
        for least_one, most_one in bounds
    )


def signs_beside(counts: Mapping[str, int], named: Mapping[str, int], total: int, rule: Rule) -> dict[str, str]:
    """:func:`signs`, also for a reader who knows how many of each count are ``named`` elsewhere.

    What is left of a count without them is withheld by the same rule; where that alone is small, the sign is
    :data:`SECOND`.
    """
    found = signs(counts, total, rule)
    rest = {cell: max(0, count - named.get(cell, 0)) for cell, count in counts.items()}
    unnamed = signs(rest, max(0, total - sum(counts.values()) + sum(rest.values())), rule)
    return {cell: sign or (SECOND if unnamed[cell] else "") for cell, sign in found.items()}


def suppressed(frame: pd.DataFrame, named: pd.DataFrame, cells: Sequence[str], by: str, rule: Rule) -> pd.DataFrame:
    """``frame`` with the small counts of its columns ``cells`` withheld: NaN there, the sign in ``<column>_hidden``.

    The index names the table of each row, the column ``by`` its cell; a table's total is the sum of its cells.
    ``named`` holds the same counts of those alone who agreed to be named.
    """
    shown = frame.copy()
    for column in cells:
        signed: list[str] = []
        for table in frame.index.unique():
            rows, known = frame.loc[[table]], named[named.index == table]
            counts = _numbers(rows, by, column)
            found = signs_beside(counts, _numbers(known, by, column), sum(counts.values()), rule)
            signed += [found[str(cell)] for cell in rows[by]]
        places = [place for table in frame.index.unique() for place in (frame.index == table).nonzero()[0]]
        hidden = pd.Series(signed, index=places, dtype=object).sort_index().set_axis(frame.index)
        hidden = hidden.where(frame[column].notna(), "")
        shown[column] = frame[column].astype(float).mask(hidden != "")
        shown[f"{column}_hidden"] = hidden
    return shown


def _numbers(rows: pd.DataFrame, by: str, column: str) -> dict[str, int]:
    """The counts of one table by cell; what is undefined counts nobody."""
    return dict(zip(rows[by].astype(str), (round(count) for count in rows[column].fillna(0)), strict=True))
