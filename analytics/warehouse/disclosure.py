"""What of a question's answer a masked audience is given: declared in the question's head, and applied here.

The line ``-- disclosure: ...`` of an .sql file says one of three things; without it the question is management's.

- ``totals``: figures of the whole network; they are exact.
- ``named``: rows about single organisations and cooperations; they are asked on the masked tables.
- ``cells A, B by C``: the columns A and B are counts parted by C, a table each (and for each period); small ones are
  withheld. ``in quarters of D``: a table for each quarter in which the day D lies. ``without E, F``: these columns say
  more than the counts and stay empty.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import pandas as pd

from analytics.errors import QuestionError
from analytics.warehouse.periods import Grain, Period
from analytics.warehouse.scope import EVERYTHING, Scope
from analytics.warehouse.sql import question_file
from analytics.warehouse.suppression import Rule, suppressed

LEAST = {"ministry": 3, "public": 5}
"""The smallest count of a part that a masked audience is shown (domain.md, section 6)."""
_CELLS = re.compile(
    r"cells (?P<cells>[\w, ]+?) by (?P<by>\w+)(?: in quarters of (?P<day>\w+))?(?:; without (?P<without>[\w, ]+))?"
)


@dataclass(frozen=True)
class Disclosure:
    """What may be given away of one question's answer; see this module's head."""

    way: Literal["totals", "named", "cells"]
    cells: tuple[str, ...] = ()
    by: str = ""
    day: str | None = None
    without: tuple[str, ...] = ()

    def check(self, periods: Sequence[Period]) -> None:
        """Raise QuestionError for periods that its parts are not told of.

        Parts are told of calendar years, or where they lie in quarters, of whole quarters: other spans overlap, and
        their differences would give away what is withheld.
        """
        if self.way == "cells":
            only_whole(periods, "quarter" if self.day else "year")

    def _with_table(self, frame: pd.DataFrame) -> pd.DataFrame:
        """``frame`` with the name of the table that each row belongs to, as its index."""
        if self.day:
            return frame.set_axis(pd.to_datetime(frame[self.day]).dt.to_period("Q").astype(str))
        return frame.set_axis(frame["period"]) if "period" in frame else frame.set_axis([""] * len(frame))

    def scope(self, scope: Scope) -> Scope:
        """The scope within which it is told: parts always without the coordinator.

        With and without it they would differ by what one organisation has.
        """
        return EVERYTHING if self.way == "cells" else scope

    def apply(self, frame: pd.DataFrame, named: pd.DataFrame, rule: Rule) -> pd.DataFrame:
        """The cells of ``frame`` as an audience with that ``rule`` may have them; ``named`` are those of the named."""
        shown = suppressed(self._with_table(frame), self._with_table(named), self.cells, self.by, rule)
        for column in self.without:
            shown[column] = pd.Series(None, index=shown.index, dtype=float)
        return shown.reset_index(drop=True)


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
    found = _CELLS.fullmatch(said)
    if found is None:
        raise ValueError(f"{question}.sql: a disclosure that nobody understands")
    return Disclosure("cells", _names(found["cells"]), found["by"], found["day"], _names(found["without"] or ""))


def only_whole(periods: Sequence[Period], grain: Grain) -> None:
    """Raise QuestionError unless each of ``periods`` is a calendar year, or is made of whole quarters."""
    for period in periods:
        first, last = Period.of(period.starts_on, grain), Period.of(period.ends_on, grain)
        is_whole = (first.starts_on, last.ends_on) == (period.starts_on, period.ends_on)
        if not is_whole or (grain == "year" and first != last):
            raise QuestionError(f"whole_{grain}s_only", period=period.name)


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(",") if name.strip())
