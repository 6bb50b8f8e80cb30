"""Counts told in classes, and none at all where a small one could be computed from them.

A masked audience knows a table's total, the classes of its cells (:mod:`analytics.model.count_classes`) and who of each
cell is named elsewhere. A small count, from 1 to 4, must be one of two numbers at least for such a reader; else nothing
is told of the table (suppression, Hundepool et al., Statistical Disclosure Control, 2012, chapter 4). Nothing depends
on the audience, on chance or on the store: what one audience is told, the next is told as well.

The reader may know this rule. What is told of a table adds nothing to it: whether it is told follows from the classes
and the total. Of a table of which nothing is told he knows that a small count could have been computed; since the rule
treats all cells alike, they could be in any order, so only tables whose cells are all the same would give themselves
away: with a total of 1 or 4 times the number of cells nothing is ever told.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from analytics.model.count_classes import NONE, SMALL, UNTOLD, bounds_of, class_of

COVERED_FROM = 3
"""From so many organisations on a district is covered (K23); how many of the core districts are, is told exactly."""


@dataclass(frozen=True)
class _Reader:
    """What a reader knows of a table but for its total: each cell's bounds, and how many cells of some are covered."""

    lows: Mapping[str, float]
    highs: Mapping[str, float]
    small: Collection[str] = field(default=())
    """The cells of 1 to 4 of which he knows how many are covered."""
    covered: int = 0

    @classmethod
    def of(cls, counts: Mapping[str, int], named: Mapping[str, int], core: Collection[str]) -> "_Reader":
        bounds = {cell: bounds_of(class_of(count)) for cell, count in counts.items()}
        lows = {cell: max(low, named.get(cell, 0)) for cell, (low, _) in bounds.items()}
        small = [cell for cell in core if counts.get(cell, 0) in SMALL]
        covered = sum(counts[cell] >= COVERED_FROM for cell in small)
        return cls(lows, {cell: high for cell, (_, high) in bounds.items()}, small, covered)

    def could_be(self, cell: str, total: int) -> list[int]:
        """The numbers from 1 to 4 that a small cell could be."""
        return [
            number
            for number in SMALL
            if self.lows[cell] <= number <= self.highs[cell] and self._leaves(cell, number, total - number)
        ]

    def _leaves(self, cell: str, number: int, rest: int) -> bool:
        """Whether the other cells can add up to ``rest`` if this one is ``number``."""
        others = [other for other in self.lows if other != cell and other not in self.small]
        low, high = sum(self.lows[other] for other in others), sum(self.highs[other] for other in others)
        small = [other for other in self.small if other != cell]
        covered = self.covered - (cell in self.small and number >= COVERED_FROM)
        if not 0 <= covered <= len(small):
            return False
        # Those named most are covered at the least cost, those named less add least to the sum where they are not.
        floors = sorted((self.lows[other] for other in small), reverse=True)
        if sum(floor >= COVERED_FROM for floor in floors) > covered:
            return False
        low += sum(max(floor, COVERED_FROM) if place < covered else floor for place, floor in enumerate(floors))
        high += covered * SMALL[-1] + (len(small) - covered) * (COVERED_FROM - 1)
        return low <= rest <= high


def classes_told(
    counts: Mapping[str, int], named: Mapping[str, int], core: Collection[str] = frozenset()
) -> dict[str, str]:
    """For each cell of one table the token of its class, or for all of them that nothing is told.

    ``counts`` holds every cell that there could be, those with 0 as well; the reader is taken to know their sum.
    ``named`` is how many of each are named elsewhere, ``core`` the cells of which he knows how many reach 3.
    """
    total, cells = sum(counts.values()), len(counts)
    gives_away = total in (SMALL[0] * cells, SMALL[-1] * cells) and total > 0
    for known in ({}, named):
        reader = _Reader.of(counts, known, core)
        small = [cell for cell, count in counts.items() if count in SMALL and count > known.get(cell, 0)]
        gives_away = gives_away or any(len(reader.could_be(cell, total)) < 2 for cell in small)
    return {cell: UNTOLD if gives_away else class_of(count) for cell, count in counts.items()}


def exact_or_missing(classes: "pd.Series[str]") -> "pd.Series[float]":
    """The numbers that the classes tell: 0, where nobody is counted, and else none."""
    return pd.Series(0.0, index=classes.index).where(classes == NONE)


def counts_of(rows: pd.DataFrame, by: str, column: str, cells: Sequence[str] = ()) -> dict[str, int]:
    """The counts of one table by cell, of ``cells`` without a row 0; what is undefined counts nobody."""
    known = dict(zip(rows[by].astype(str), (round(count) for count in rows[column].fillna(0)), strict=True))
    return dict.fromkeys(cells, 0) | known
