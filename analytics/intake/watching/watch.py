"""Watching a folder: look, take what has arrived, publish what came in."""

import logging
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from analytics.errors import DashboardError
from analytics.intake.domains import Domains
from analytics.intake.sheet import shown
from analytics.intake.watching.answer import told
from analytics.intake.watching.arrivals import Arrivals
from analytics.intake.watching.file_import import Verdict, finish, take
from analytics.intake.watching.folder import Claim, Place, WatchedFolder
from analytics.store import Store

SETTLED_AFTER = 5.0
"""Seconds for which a file must not have changed before it is taken."""
WATCH = "watch"
"""Who the ledger says brought in what was put into the folder."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What became of a file: its name as it may be told, where it went, and the batch that it became, or None."""

    name: str
    place: Place
    batch: str | None


class Watch:
    """The watch over one folder for one store. Use it as a context manager: within it nobody else watches the folder.

    ``publish`` makes what came in count for everybody; it is given the domains of the e-mail addresses that came, too.
    Raises IntakeError where there is no such folder, or somebody else watches it.
    """

    def __init__(
        self,
        store: Store,
        folder: Path,
        publish: Callable[[Store, Domains], object],
        settled_after: float = SETTLED_AFTER,
    ) -> None:
        self._store = store
        self._publish = publish
        self._folder = WatchedFolder(folder)
        self._arrivals = Arrivals(folder, settled_after)
        self._is_published = True
        self._domains: dict[str, frozenset[str]] = {}

    def __enter__(self) -> "Watch":
        self._folder.hold()
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: TracebackType | None) -> None:
        self._folder.release()

    @property
    def waits(self) -> bool:
        """Whether the last look saw files that had not arrived yet."""
        return self._arrivals.waits

    def look(self) -> list[Outcome]:
        """Take every file that has arrived, each as a batch of its own, and publish a snapshot where one came in.

        Raises StoreError or SnapshotError where the store is in the way, OSError where the folder is; what was begun
        is finished by the next look.
        """
        found = [self._taken(claim, finish(self._store, claim)) for claim in self._folder.claims()]
        found += [self._taken(claim) for claim in self._arrived()]
        if not self._is_published:
            self._publish(self._store, self._domains)
            self._is_published, self._domains = True, {}
        return [outcome for outcome in found if outcome is not None]

    def _arrived(self) -> Iterator[Claim]:
        for file in self._arrivals.look():
            if claim := self._folder.claim(file, self._store.head()):
                yield claim

    def _taken(self, claim: Claim, verdict: Verdict | None = None) -> Outcome | None:
        verdict = verdict or self._verdict(claim)
        if verdict is None:
            self._folder.give_back(claim)
            return None
        self._is_published = self._is_published and verdict.batch is None
        for organisation, domains in verdict.domains.items():
            self._domains[organisation] = self._domains.get(organisation, frozenset()) | domains
        self._folder.put(claim, verdict.place, verdict.answer)
        return Outcome(shown(claim.path), verdict.place, verdict.batch)

    def _verdict(self, claim: Claim) -> Verdict | None:
        try:
            return take(self._store, claim, WATCH)
        except (DashboardError, OSError):
            raise
        except Exception as error:  # noqa: BLE001  one file that nobody foresaw must not keep the others waiting
            # What the error says is left out: it may repeat a cell.
            where = "".join(traceback.format_tb(error.__traceback__))
            _LOG.error("A file of the watched folder could not be imported: %s\n%s", type(error).__name__, where)
            return Verdict("failed", told("watch.crashed"))
