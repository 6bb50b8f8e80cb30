"""A report made beside what else goes on: it tells how far it is, can be cancelled, and keeps what was made."""

import logging
from collections.abc import Callable
from threading import Thread

from analytics.errors import DashboardError, SnapshotError
from analytics.reports.progress.watch import Watch

_log = logging.getLogger(__name__)


class Job:
    """Runs ``make`` in a thread of its own, from the start on."""

    def __init__(self, make: Callable[[Watch], bytes]) -> None:
        self.part = "numbers"
        self.share = 0.0
        self.made: bytes | None = None
        self.error: DashboardError | None = None
        self._make = make
        self._watch = Watch(self._told)
        self._thread = Thread(target=self._run, name="report", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether it is still being made."""
        return self._thread.is_alive()

    def cancel(self) -> None:
        """Stop at the next step; the error then says so."""
        self._watch.cancel()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until it is made, or no longer than ``seconds``."""
        self._thread.join(seconds)

    def _told(self, part: str, share: float) -> None:
        self.part, self.share = part, share

    def _run(self) -> None:
        try:
            self.made = self._make(self._watch)
        except DashboardError as error:
            self.error = error
        except Exception:  # noqa: BLE001 - nobody else would ever hear of it
            _log.exception("A report could not be made.")
            self.error = SnapshotError("report_failed")
