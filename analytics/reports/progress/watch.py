"""Long work that tells how far it is, and that can be cancelled."""

from collections.abc import Callable
from threading import Event

from analytics.errors import DashboardError

Told = Callable[[str, float], None]
"""Hears what is being worked at, and how much of all is done, 0 to 1."""


class CancelledError(DashboardError):
    """Somebody no longer wants the report."""

    def __init__(self) -> None:
        super().__init__("report_cancelled")


class Watch:
    """Counts the steps of one report, tells them to ``told``, and stops the work once it is cancelled.

    The work has phases, each with a number of steps, that take it up to a share of the whole.
    """

    def __init__(self, told: Told | None = None) -> None:
        self._told = told
        self._cancelled = Event()
        self._share = 0.0
        self._end = 0.0
        self._width = 0.0

    def phase(self, until: float, steps: int) -> None:
        """Begin a phase of ``steps`` steps, after which the share ``until`` of all is done."""
        self._share, self._end = self._end, until
        self._width = (until - self._share) / max(steps, 1)

    def step(self, part: str) -> None:
        """Say that a step of ``part`` (texts "report.part_<part>") begins. Raises CancelledError once cancelled."""
        self.check()
        if self._told:
            self._told(part, self._share)
        self._share = min(self._end, self._share + self._width)

    def check(self) -> None:
        """Raise CancelledError once it is cancelled."""
        if self._cancelled.is_set():
            raise CancelledError

    def cancel(self) -> None:
        """Stop the work at its next step; safe from any thread."""
        self._cancelled.set()
