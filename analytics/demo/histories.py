"""How far a cooperation gets, when it takes each step, and when it ends."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from analytics.demo.partners import Beginning
from analytics.demo.period import AS_OF, Day, workday
from analytics.demo.streams import chance

_GOES_ON = {2: 0.95, 3: 0.84, 4: 0.62, 5: 0.42}
"""The chance to take each step, once the step before has been taken."""

_UNDATED = 0.05
_UNRECORDED_TALKS = 0.08
_ENDS = {1: 0.3, 2: 0.3, 3: 0.22, 4: 0.2, 5: 0.06}
"""The chance that a cooperation which stays at a stage is ended one day."""


@dataclass(frozen=True)
class History:
    """The stages reached, each with its day, and the day of the end; both may be missing."""

    stages: dict[int, Day]
    ended_on: Day | None = None

    @property
    def first_day(self) -> Day | None:
        """The first day on record."""
        return min(self.stages.values(), default=None)

    @property
    def reached(self) -> int:
        """The highest stage, 0 where nothing is dated."""
        return max(self.stages, default=0)


def make_history(rng: Generator, beginning: Beginning) -> History:
    """A history up to the data's end; what would come later is not known yet."""
    if beginning.is_existing:
        steps = {3: beginning.day} | (
            {4: _after(beginning.day, int(rng.integers(90, 300)))} if chance(rng, 0.7) else {}
        )
        return History(steps, _end(rng, steps, 0.35))
    if chance(rng, _UNDATED):
        return History({})
    steps = {stage: day for stage, day in _steps(rng, beginning.day).items() if day <= AS_OF}
    ended_on = _end(rng, steps, _ENDS[max(steps)])
    if max(steps) >= 3 and chance(rng, _UNRECORDED_TALKS):
        steps = {stage: day for stage, day in steps.items() if stage >= 3}
    return History(steps, ended_on)


def _steps(rng: Generator, contact: Day) -> dict[int, Day]:
    """Contact, exchange within weeks, agreement after three to nine months, then work, then lasting work."""
    agreed = 85 + int(rng.beta(1.8, 2.4) * 190)
    joint = agreed + 50 + int(rng.gamma(2.2, 50.0))
    days = {2: int(rng.integers(14, 75)), 3: agreed, 4: joint, 5: joint + int(rng.integers(366, 620))}
    steps = {1: contact}
    for stage, lag in days.items():
        if not chance(rng, _GOES_ON[stage]):
            break
        steps[stage] = _after(contact, lag)
    return steps


def _end(rng: Generator, steps: dict[int, Day], probability: float) -> Day | None:
    """A day after the last step, if the cooperation is ended and that is known yet."""
    last = max(steps.values())
    day = _after(last, int(rng.integers(120, 640)))
    return day if chance(rng, probability) and day <= AS_OF else None


def _after(day: Day, lag: int) -> Day:
    return workday(day + np.timedelta64(lag, "D"))
