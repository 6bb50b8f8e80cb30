"""How far an import has come, and the way to stop it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Literal

Step = Literal["reading", "checking", "comparing"]


class Stopped(Exception):  # noqa: N818  not an error: somebody wished it
    """Somebody stopped the import; nothing of it is in the store."""


@dataclass
class Progress:
    """What an import is at; told by the import, read and stopped from another thread.

    ``done`` of ``total`` parts of the ``step`` are through; ``total`` is 0 where a step has no parts.
    """

    step: Step = "reading"
    done: int = 0
    total: int = 0
    _is_stopped: bool = False
    _interrupt: Callable[[], None] | None = None
    _lock: Lock = field(default_factory=Lock)

    def tell(self, step: Step, done: int = 0, total: int = 0) -> None:
        """Say what is at hand. Raises Stopped where somebody stopped it."""
        if self._is_stopped:
            raise Stopped
        self.step, self.done, self.total = step, done, total

    def stop(self) -> None:
        """Stop the import, in the midst of a long step, too."""
        with self._lock:
            self._is_stopped = True
            if self._interrupt is not None:
                self._interrupt()

    @contextmanager
    def interrupted_by(self, interrupt: Callable[[], None]) -> Iterator[None]:
        """While within, a stop calls ``interrupt``; an error that comes of it is Stopped."""
        with self._lock:
            self._interrupt = interrupt
        try:
            yield
        except Exception as error:
            if self._is_stopped and not isinstance(error, Stopped):
                raise Stopped from error
            raise
        finally:
            with self._lock:
                self._interrupt = None
