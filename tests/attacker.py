"""A reader who puts together all that he is told of tables, and solves for the counts (integer programming)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from analytics.model.count_classes import SMALL, bounds_of

_MUCH = 10**6


@dataclass(frozen=True)
class Table:
    """What he knows of one table: each cell's class, the total (None where it is told nowhere), who is named.

    ``covered``: of sets of cells how many of them reach 3. ``sums``: of sets of cells what they add up to. ``within``:
    the place of another table none of whose cells is less than the same cell here.
    """

    classes: Mapping[str, str]
    total: float | None
    named: Mapping[str, int] = field(default_factory=dict)
    covered: Mapping[frozenset[str], int] = field(default_factory=dict)
    sums: Mapping[frozenset[str], int] = field(default_factory=dict)
    within: int | None = None


def pinned(tables: Sequence[Table], *truths: Mapping[str, int]) -> list[set[str]]:
    """Of each table the small counts (1 to 4) for which only one number is left; the truth must be possible for him.

    A cell has two numbers at least if it could be less or more than it is: two questions a cell, no search.
    """
    program = _Program(tables)
    return [
        {cell for cell in table.classes if truth[cell] in SMALL and program.is_pinned((one, cell), truth[cell])}
        for one, (table, truth) in enumerate(zip(tables, truths, strict=True))
    ]


class _Program:
    """All that he knows, as constraints of whole numbers: one a cell, and one for each that may reach 3."""

    def __init__(self, tables: Sequence[Table]) -> None:
        cells = [(one, cell) for one, table in enumerate(tables) for cell in table.classes]
        covered = [(one, cell) for one, table in enumerate(tables) for group in table.covered for cell in group]
        self._places = {cell: place for place, cell in enumerate(cells)}
        self._flags = {cell: len(cells) + place for place, cell in enumerate(covered)}
        self._size = len(cells) + len(covered)
        self._rows: list[np.ndarray] = []
        self._least: list[float] = []
        self._most: list[float] = []
        for one, table in enumerate(tables):
            self._tell(one, table)
        bounds = [bounds_of(tables[one].classes[cell]) for one, cell in cells]
        named = [tables[one].named.get(cell, 0) for one, cell in cells]
        lows = [max(low, known) for (low, _), known in zip(bounds, named, strict=True)]
        highs = [min(high, _MUCH) for _, high in bounds]
        self._bounds = Bounds([*lows, *[0] * len(covered)], [*highs, *[1] * len(covered)])

    def _add(self, terms: Mapping[int, float], least: float, most: float) -> None:
        row = np.zeros(self._size)
        row[list(terms)] = list(terms.values())
        self._rows.append(row)
        self._least.append(least)
        self._most.append(most)

    def _tell(self, one: int, table: Table) -> None:
        every = [] if table.total is None else [(frozenset(table.classes), table.total)]
        for cells, total in (*every, *table.sums.items()):
            self._add({self._places[one, cell]: 1 for cell in cells}, total, total)
        for cells, count in table.covered.items():
            self._add({self._flags[one, cell]: 1 for cell in cells}, count, count)
            for cell in cells:  # the flag is 1 where the cell reaches 3
                self._add({self._places[one, cell]: 1, self._flags[one, cell]: -3}, 0, np.inf)
                self._add({self._places[one, cell]: 1, self._flags[one, cell]: -_MUCH}, -np.inf, 2)
        if table.within is not None:
            for cell in table.classes:
                self._add({self._places[table.within, cell]: 1, self._places[one, cell]: -1}, 0, np.inf)

    def is_pinned(self, cell: tuple[int, str], truth: int) -> bool:
        """Whether the cell can be neither less nor more than it is."""
        lowest = self._possible(cell, 1)
        assert lowest <= truth
        return lowest == truth and self._possible(cell, -1) == truth

    def _possible(self, cell: tuple[int, str], sign: int) -> int:
        """The smallest number (with -1 the largest) that the cell could be."""
        goal = np.zeros(self._size)
        goal[self._places[cell]] = sign
        limits = LinearConstraint(np.array(self._rows), self._least, self._most) if self._rows else None
        solved = milp(goal, integrality=np.ones(self._size), bounds=self._bounds, constraints=limits)
        assert solved.success, "what is true must be possible"
        return round(solved.x[self._places[cell]])
