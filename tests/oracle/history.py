"""A cooperation and its history."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Cooperation:
    """A cooperation with its history: the day of each stage, and who was in it from when until when (None: open)."""

    name: str
    kind: str
    topics: frozenset
    evidence: str | None
    ended_on: date | None
    stages: dict
    spans: tuple

    def reached(self, stage):
        """The first day at this stage or above; None without one."""
        return min((day for reached, day in self.stages.items() if reached >= stage), default=None)

    @property
    def begun(self):
        """The first day at any stage; None without one."""
        return self.reached(1)

    @property
    def agreed(self):
        """The first day at stage 3 or above; None without one."""
        return self.reached(3)

    def is_active(self, day):
        """Agreed and not yet ended; on the day of its end it still is."""
        return self.agreed is not None and self.agreed <= day and not (self.ended_on and self.ended_on < day)

    @property
    def members(self):
        """Everybody who ever was in it."""
        return {name for name, _, _ in self.spans}

    def members_on(self, day):
        """Who is in it on a day; on the day of joining and of leaving, too."""
        return {
            name
            for name, joined_on, left_on in self.spans
            if (joined_on is None or joined_on <= day) and (left_on is None or day <= left_on)
        }

    def first_together(self, pair, since):
        """The first day from ``since`` on on which both are in it before it ends; None where there is none."""
        if since is None:
            return None
        days = {since, *(joined_on for name, joined_on, _ in self.spans if name in pair and joined_on)}
        days = {day for day in days if day >= since and not (self.ended_on and self.ended_on < day)}
        return min((day for day in days if set(pair) <= self.members_on(day)), default=None)
