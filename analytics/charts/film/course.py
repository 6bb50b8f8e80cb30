"""The film's state at a time, as ``browser/moment.js`` has it: for pictures made without a browser.

Time is counted in steps: step 0 ends at 0, step 1 at 1. Every strength lies between 0 (not) and 1 (fully).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from analytics.charts.film.assemble import Film

Numbers = NDArray[np.int64]
Strengths = NDArray[np.float64]
_APPEARS, _FADES, _CALMS = 0.3, 0.4, 0.6
_ALWAYS = 1e9
_LONG_AGO = -5.0


@dataclass(frozen=True)
class States:
    """Of every node or tie: how far it runs, has ended, and is new."""

    active: Strengths
    past: Strengths
    fresh: Strengths


@dataclass(frozen=True)
class Spans:
    """Rows of who (``owner``) was there from when to when."""

    owner: Numbers
    count: int
    begins: Strengths
    ends: Strengths

    @cached_property
    def first(self) -> Strengths:
        """When each owner begins."""
        first = np.full(self.count, _ALWAYS)
        np.minimum.at(first, self.owner, self.begins)
        return first

    def at(self, time: float, *, cumulative: bool) -> States:
        """The state at ``time``; with ``cumulative`` nothing ends."""
        begun = _appeared(self.first, time)
        active = begun
        if not cumulative:
            active = np.zeros(self.count)
            rows = np.minimum(_appeared(self.begins, time), 1 - _ended(self.ends, time))
            np.maximum.at(active, self.owner, rows)
        calmed = (time - _next(self.first)) / _CALMS
        return States(active, begun - np.minimum(begun, active), np.where(begun > 0, np.clip(1 - calmed, 0, 1), 0.0))


class Course:
    """The film's nodes and ties over time."""

    def __init__(self, film: Film) -> None:
        self._comparison = film["comparison"]
        self._ends = _ends(film)
        self.last = max(len(film["steps"]) - 1, 0)
        self._is_still = not film["steps"] and not self._comparison
        count = len(film["nodes"]["id"])
        presences, cooperation_ties = film["presences"], film["cooperation_ties"]
        self.nodes = self._spans(np.asarray(presences["node"], dtype=np.int64), count, presences)
        pairs = np.sort(np.column_stack([cooperation_ties["one"], cooperation_ties["other"]]).astype(np.int64), axis=1)
        codes, tie = np.unique(pairs @ np.array([max(count, 1), 1]), return_inverse=True)
        self.pairs = np.column_stack(np.divmod(codes, max(count, 1)))
        self.ties = self._spans(tie.astype(np.int64), len(codes), cooperation_ties)

    def at(self, time: float) -> tuple[States, States]:
        """The states of nodes and ties; of a comparison, what came and what went."""
        if not self._comparison:
            return tuple(spans.at(time, cumulative=self._is_still) for spans in (self.nodes, self.ties))  # type: ignore[return-value]
        before, after = ([spans.at(t, cumulative=False) for spans in (self.nodes, self.ties)] for t in (-1.0, 0.0))
        changes = [
            States(late.active, early.active * (1 - late.active), late.active * (1 - early.active))
            for early, late in zip(before, after, strict=True)
        ]
        return changes[0], changes[1]

    def degrees(self, ties: States) -> Strengths:
        """Each node's partners."""
        degrees = np.zeros(self.nodes.count)
        for end in (0, 1):
            np.add.at(degrees, self.pairs[:, end], ties.active)
        return degrees

    def _spans(self, owner: Numbers, count: int, rows: dict[str, list[int | None]]) -> Spans:
        begins = [-_ALWAYS if day is None else self._position(day - 1) for day in rows["since"]]
        ends = [_ALWAYS if day is None else self._position(day) for day in rows["until"]]
        return Spans(owner, count, np.asarray(begins, dtype=float), np.asarray(ends, dtype=float))

    def _position(self, day: int) -> float:
        if not self._ends:
            return _LONG_AGO
        return float(np.interp(day, self._ends, np.arange(len(self._ends)) - 1.0, _LONG_AGO, len(self._ends) - 1.0))


def _ends(film: Film) -> list[int]:
    """The last day before the first step, and of each step."""
    if film["comparison"]:
        return [film["comparison"]["before"], film["comparison"]["after"]]
    return [film["steps"][0]["before"], *(step["end"] for step in film["steps"])] if film["steps"] else []


def _next(places: Strengths) -> Strengths:
    return np.floor(places) + 1


def _appeared(begins: Strengths, time: float) -> Strengths:
    return np.clip((time - begins) / np.minimum(_APPEARS, _next(begins) - begins), 0, 1)


def _ended(ends: Strengths, time: float) -> Strengths:
    return np.clip((time - ends) / np.minimum(_FADES, _next(ends) - ends), 0, 1)
