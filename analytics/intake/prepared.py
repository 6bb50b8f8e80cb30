"""An import that is checked and written out of sight: nobody sees it until it is published."""

from collections.abc import Collection
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from analytics.errors import IntakeError, StoreError
from analytics.intake.files import Given
from analytics.intake.formats import FORMATS
from analytics.intake.hints import Hints
from analytics.intake.progress import Progress
from analytics.intake.rejected_rows import write_rejected
from analytics.intake.report import Report
from analytics.intake.taking import Taking
from analytics.store import Entry, Staging, Store, standing_entries
from analytics.warehouse.drafts import Drafts
from analytics.warehouse.person_keys import keys_of


class Prepared:
    """A batch in the making: ``report`` says what it would do. Use it as a context manager, or close it."""

    def __init__(self, staging: Staging, entry: Entry, report: Report, staged: ExitStack, head: str | None) -> None:
        self.report = report
        self.entry = entry
        self._staging = staging
        self._staged = staged
        self._head = head

    @property
    def folder(self) -> Path:
        """Where its files lie until it is published."""
        return self._staging.folder

    def publish(self, who: str | None = None, *, is_demo: bool = False) -> Report:
        """Make it part of the store, whole; the report with its batch. Where nothing is new, nothing is written.

        Raises StoreError where a batch that it should replace was taken back meanwhile.
        """
        if not self.report.tables:
            return self.report
        entry = self._staging.publish(replace(self.entry, who=who or "", is_demo=is_demo), self._check)
        return replace(self.report, batch=entry.batch)

    def holds(self, store: Store) -> bool:
        """Whether the store is as it was when this was checked against it."""
        return _head(store) == self._head

    def close(self) -> None:
        """Throw away what was not published."""
        self._staged.close()

    def __enter__(self) -> "Prepared":
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _check(self, ledger: list[Entry]) -> None:
        gone = set(self.entry.replaces) - {entry.batch for entry in standing_entries(ledger)}
        if gone:
            raise StoreError("already_undone", batch=min(gone))


def prepare(
    store: Store, given: Given, hints: Hints, *, replaces: Collection[str] = (), progress: Progress | None = None
) -> Prepared:
    """Check what was given, as if the batches in ``replaces`` did not count, and write out of sight what is accepted.

    Raises IntakeError for an unknown format; what is wrong with a file or a row stands in the report. Raises Stopped
    where somebody stopped it.
    """
    if hints.format_name is not None and hints.format_name not in FORMATS:
        raise IntakeError("unknown_format", format=hints.format_name, known=", ".join(FORMATS))
    progress = progress or Progress()
    head = _head(store)
    with ExitStack() as staged:
        staging = staged.enter_context(store.staging())
        with (
            Drafts(store.tables(without=replaces), keys_of(store)) as drafts,
            progress.interrupted_by(drafts.interrupt),
        ):
            taken = Taking(given, hints, drafts)
            taken.read(progress)
            progress.tell("comparing")
            rejected = taken.check()
            rows = taken.rows()
            tables = drafts.write(staging.folder)
            report = Report(
                None, taken.formats(), rows, tables, rejected, drafts.unassigned(), taken.ignored(), taken.notes()
            )
            write_rejected(staging.folder, rejected, taken.cells())
        entry = Entry("", "import", "", "", report.format, given.sources, rows, tables, replaces=tuple(replaces))
        return Prepared(staging, entry, report, staged.pop_all(), head)


def _head(store: Store) -> str | None:
    """The newest batch, or None."""
    ledger = store.ledger()
    return ledger[-1].batch if ledger else None
