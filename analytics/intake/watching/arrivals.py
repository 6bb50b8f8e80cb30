"""Which files of a folder have arrived: whoever writes a file is not disturbed, and no half of one is taken."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from analytics.intake.files import HIDDEN

_PARTIAL = (".part", ".partial", ".filepart", ".crdownload", ".opdownload", ".download", ".tmp")
"""How browsers and transfer programs end the name of a file that is still on its way."""


@dataclass(frozen=True)
class _Seen:
    """How a file looked, and since when it has looked so."""

    size: int
    modified: int
    since: float


class Arrivals:
    """The files in ``folder``, looked at again and again; one that did not change for ``after`` seconds has arrived.

    Links and folders are none of them. ``waits`` says whether the last look saw files that had not arrived yet.
    """

    def __init__(self, folder: Path, after: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._after = after
        self._clock = clock
        self._seen: dict[str, _Seen] = {}
        self.waits = False

    def look(self) -> list[Path]:
        """The files that have arrived, those that were seen first first. Raises OSError where there is no folder."""
        now, before = self._clock(), self._seen
        self._seen = {}
        with os.scandir(self._folder) as entries:
            for entry in entries:
                if entry.name.startswith(HIDDEN) or entry.name.lower().endswith(_PARTIAL):
                    continue
                if entry.is_file(follow_symlinks=False):
                    found = entry.stat(follow_symlinks=False)
                    old = before.get(entry.name)
                    same = old is not None and (old.size, old.modified) == (found.st_size, found.st_mtime_ns)
                    since = old.since if old is not None and same else now
                    self._seen[entry.name] = _Seen(found.st_size, found.st_mtime_ns, since)
        arrived = [(seen.since, name) for name, seen in self._seen.items() if now - seen.since >= self._after]
        self.waits = len(arrived) < len(self._seen)
        return [self._folder / name for _, name in sorted(arrived)]
