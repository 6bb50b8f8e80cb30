"""An import that is checked and written out of sight: nobody sees it until it is published."""

from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from weakref import finalize

from analytics.errors import IntakeError, StoreError
from analytics.intake.entered import entered_sheet
from analytics.intake.files import Given
from analytics.intake.formats import FORMATS
from analytics.intake.hints import Hints
from analytics.intake.import_run import ImportRun
from analytics.intake.progress import Progress
from analytics.intake.rejected_rows import write_rejected
from analytics.intake.rejection import Rejection
from analytics.intake.report import Report
from analytics.model import TABLES
from analytics.store import Entry, Staging, Store, standing_entries
from analytics.warehouse import View
from analytics.warehouse.batch_changes import BatchChanges, batch_changes
from analytics.warehouse.drafts import Drafts
from analytics.warehouse.person_keys import keys_of
from analytics.warehouse.trial import database, trial


class Prepared:
    """A batch in the making: ``report`` says what it would do. Use it as a context manager, or close it.

    ``kept`` are the report's rejections as they may be written to a disk.
    """

    def __init__(
        self,
        staging: Staging,
        entry: Entry,
        report: Report,
        kept: list[Rejection],
        staged: ExitStack,
        head: str | None,
    ) -> None:
        self.report = report
        self.kept = kept
        self.entry = entry
        self._staging = staging
        self._close = finalize(self, staged.close)
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
        return store.head() == self._head

    def changes(self, store: Store) -> BatchChanges:
        """What it would change in the store, row by row and cell by cell."""
        return batch_changes(self.folder, store.tables(without=self.entry.replaces))

    @contextmanager
    def trial(self, store: Store, progress: Progress | None = None) -> Iterator[View]:
        """The management's view of the store as it would be. Raises Stopped where somebody stopped it."""
        progress = progress or Progress()
        with database() as connection, progress.interrupted_by(connection.interrupt):
            yield trial(connection, store, replace(self.entry, batch=self.folder.name))

    def close(self) -> None:
        """Throw away what was not published; so it is, too, when nobody knows of it any more."""
        self._close()

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
    head = store.head()
    with ExitStack() as staged:
        staging = staged.enter_context(store.staging())
        with (
            Drafts(store.tables(without=replaces), keys_of(store)) as drafts,
            progress.interrupted_by(drafts.interrupt),
        ):
            run = ImportRun(_with_new_events(given, hints), hints, drafts)
            run.read(progress)
            progress.tell("comparing")
            rejected = run.check()
            rows = run.rows()
            tables = drafts.write(staging.folder)
            report = Report(
                batch=None,
                format=run.formats(),
                rows=rows,
                tables=tables,
                rejections=rejected,
                unassigned=drafts.unassigned(),
                ignored=run.ignored(),
                notes=run.notes(),
                drafted=drafts.drafted(),
                domains=run.domains(),
            )
            kept = run.kept(rejected)
            write_rejected(staging.folder, kept, run.cells())
        entry = Entry("", "import", "", "", report.format, given.sources, rows, tables, replaces=tuple(replaces))
        return Prepared(staging, entry, report, kept, staged.pop_all(), head)


def _with_new_events(given: Given, hints: Hints) -> Given:
    """What was given, and the events that somebody typed."""
    if not hints.new_events:
        return given
    number = 1 + max((sheet.number for sheet in given.sheets), default=-1)
    table = TABLES["events"]
    entered = entered_sheet(number, table, hints.new_events, table.label.de)
    return replace(given, sheets=[*given.sheets, entered])
