"""Files on their way into the store: read once, checked anew with every answer, and published by one click."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from threading import Event, Thread
from types import MappingProxyType

from streamlit.runtime.uploaded_file_manager import UploadedFile

from analytics.errors import DashboardError
from analytics.intake.files import Given
from analytics.intake.hints import Hints
from analytics.intake.mapping import ColumnMapping
from analytics.intake.mapping_library import remember
from analytics.intake.prepared import Prepared, prepare
from analytics.intake.progress import Progress, Stopped
from analytics.intake.report import Report
from analytics.intake.sheet import HeaderAt
from analytics.kpis import Kpi
from analytics.language import Language
from analytics.reports.rejected_file import RejectedFile, rejected_files
from analytics.store import Store
from analytics.warehouse.batch_changes import BatchChanges
from pages.intake.dropped_files import opened_files
from pages.intake.headline_changes import Change, headline_changes


class ImportSession:
    """The files that were dropped, what was said of them, and, once a thread has worked it out, what they would do.

    ``prepared`` and ``changes`` are there when :meth:`is_checked`; ``figures`` come later, and stay None where nothing
    would change. ``error`` says why there is nothing to show. ``events`` are those that the files bring themselves, by
    id with their titles.
    """

    def __init__(self, store: Store, files: Sequence[UploadedFile], hints: Hints, replaces: Collection[str]) -> None:
        self.files = tuple(files)
        self.hints = hints
        self.replaces = frozenset(replaces)
        self.given: Given | None = None
        self.header_at: dict[str, HeaderAt] = {}
        self.chosen: dict[str, ColumnMapping] = {}
        self.prepared: Prepared | None = None
        self.changes: BatchChanges | None = None
        self.figures: dict[Kpi, Change] | None = None
        self.error: DashboardError | None = None
        self.events: dict[str, str] = {}
        self._found = Hints()
        self._asks: dict[str, set[str]] = {}
        self._crash: BaseException | None = None
        self._rejected: list[RejectedFile] | None = None
        self._store = store
        self._begin()

    def again(
        self, hints: Hints, replaces: Collection[str], header_at: Mapping[str, HeaderAt] = MappingProxyType({})
    ) -> None:
        """Check the files once more, with other answers; they are read anew only where a header is elsewhere."""
        self.stop()
        if dict(header_at) != self.header_at:
            self.given, self.header_at = None, dict(header_at)
        self.hints, self.replaces = hints, frozenset(replaces)
        self.prepared = self.changes = self.figures = self.error = self._crash = None
        self._begin()

    @property
    def would_change(self) -> bool:
        """Whether an import would change anything."""
        return self.prepared is not None and bool(self.prepared.report.tables)

    @property
    def asks(self) -> dict[str, set[str]]:
        """The last parts of the keys of all that the checks of these files told so far, each with its sheets."""
        if self.prepared is not None and self.is_checked():
            report = self.prepared.report
            told = [(found.key, found.file) for found in report.rejections]
            told += [(note.key, note.file) for note in report.notes]
            for key, file in told:
                self._asks.setdefault(key.rpartition(".")[2], set()).add(file)
        return self._asks

    def rejected(self, language: Language) -> list[RejectedFile]:
        """The rejected rows as files in the form in which they came; made once for each check."""
        if self._rejected is None and self.given is not None and self.prepared is not None:
            self._rejected = rejected_files(self.given, self.prepared.report.rejections, language)
        return self._rejected or []

    def wait(self, seconds: float) -> bool:
        """Wait for the check a little; whether it is done."""
        self._checked.wait(seconds)
        return self.is_checked()

    def is_checked(self) -> bool:
        """Whether it is known what the files would do, or why not. Raises what the thread could not deal with."""
        if self._crash is not None:
            raise self._crash
        return self._checked.is_set()

    def is_done(self) -> bool:
        """Whether nothing is worked out any more."""
        return not self._thread.is_alive()

    def stop(self) -> None:
        """End whatever is at work, and throw away what was written out of sight."""
        self.progress.stop()
        self._thread.join()
        if self.prepared is not None:
            self.prepared.close()

    def publish(self, who: str) -> Report:
        """Make the batch part of the store. Raises StoreError where what it was to replace is gone."""
        assert self.prepared is not None
        self.progress.stop()  # figures that are still being worked out are not waited for
        self._thread.join()
        with self.prepared as prepared:
            report = prepared.publish(who)
        for mapping in self.chosen.values():
            remember(self._store, mapping)
        return report

    def _begin(self) -> None:
        self.progress = Progress()
        self._rejected = None
        self._checked = Event()
        self._thread = Thread(target=self._work, name="import", daemon=True)
        self._thread.start()

    def _work(self) -> None:
        try:
            if self.given is None:
                self.given, self._found = opened_files(self._store, self.files, self.header_at, self.progress)
            mappings = (*self._found.mappings, *self.chosen.values())
            hints = replace(self.hints, mappings=mappings, remembered=self._found.remembered)
            self.prepared = prepare(self._store, self.given, hints, replaces=self.replaces, progress=self.progress)
            self.changes = self.prepared.changes(self._store)
            self._checked.set()
            if self.prepared.report.tables:
                self.figures = headline_changes(self.prepared, self._store, self.progress)
        except Stopped:
            pass
        except DashboardError as error:
            self.error = error
        except BaseException as error:  # noqa: BLE001  told where the page asks for the outcome
            self._crash = error
        finally:
            self._checked.set()
