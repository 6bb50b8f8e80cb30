"""The import: files in, one checked batch out, and an answer that accounts for every row."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from analytics.errors import IntakeError
from analytics.intake.files import MAPPING_ENDINGS, Given, listed, read_files
from analytics.intake.formats import FORMATS, Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.hints import Hints
from analytics.intake.mapping import ColumnMapping, read_mapping
from analytics.intake.note import Note
from analytics.intake.personal import harmless_title, without_persons
from analytics.intake.rejected_rows import write_rejected
from analytics.intake.rejection import Rejection
from analytics.intake.sheet import Sheet
from analytics.model.addresses import STRUCK
from analytics.store import Entry, Rows, Store
from analytics.warehouse.distinct_readings import Decimal
from analytics.warehouse.drafts import Drafts, Noted, Rejected
from analytics.warehouse.person_keys import keys_of


@dataclass(frozen=True)
class Report:
    """What an import did. ``batch`` is None where nothing was new, nothing accepted, or nothing should be written.

    ``unassigned`` counts by (table, column) the accepted rows that name a row not there yet;
    ``ignored`` lists by sheet the columns that were not read; ``notes`` is what to know of the rows that were taken.
    """

    batch: str | None
    format: str
    rows: Rows
    tables: dict[str, int]
    rejections: list[Rejection]
    unassigned: dict[tuple[str, str], int] = field(default_factory=dict)
    ignored: dict[str, list[str]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def asks_about(self, reason: str) -> bool:
        """Whether something was left away for a ``reason`` that somebody must decide: the last part of its key."""
        keys = [note.key for note in self.notes] + [found.key for found in self.rejections]
        return any(key.endswith(f".{reason}") for key in keys)


def import_files(
    store: Store,
    paths: Sequence[Path],
    *,
    format_name: str | None = None,
    mapping: ColumnMapping | None = None,
    event: str | None = None,
    decimal: Decimal | None = None,
    dry_run: bool = False,
    who: str | None = None,
    is_demo: bool = False,
    allow_large: bool = False,
) -> Report:
    """Import files and folders as one batch.

    ``decimal`` says how to read numbers that their column leaves open (40.000), where no mapping says it.
    Raises IntakeError for an unknown format or a mapping that is none; what is wrong with a folder, a file or a row
    stands in the report. ``allow_large`` takes cooperations of very many members as they stand, too.
    """
    if format_name is not None and format_name not in FORMATS:
        raise IntakeError("unknown_format", format=format_name, known=", ".join(FORMATS))
    files, rejections = listed(paths)
    mappings = [file for file in files if file.suffix.lower() in MAPPING_ENDINGS]
    if mapping is None and mappings:
        mapping = read_mapping(mappings[0])
    given = read_files([file for file in files if file not in mappings], rejections)
    asked = FORMATS[format_name] if format_name else None
    decimal = mapping.decimal if mapping and mapping.decimal else decimal
    with Drafts(store.tables(), keys_of(store), decimal=decimal) as drafts, store.staging() as staging:
        taken = _Taking(given, Hints(mapping, event), drafts)
        taken.read(asked)
        rejected = taken.check(allow_large=allow_large)
        rows = taken.rows()
        tables = drafts.write(staging.folder)
        report = Report(
            None, taken.formats(), rows, tables, rejected, drafts.unassigned(), taken.ignored(), taken.notes()
        )
        if dry_run or not tables:
            return report
        write_rejected(staging.folder, rejected, taken.cells())
        entry = Entry("", "import", who or "", "", report.format, given.sources, rows, tables, is_demo=is_demo)
        return Report(**{**vars(report), "batch": staging.publish(entry).batch})


class _Taking:
    """The sheets of one import on their way through the drafts."""

    def __init__(self, given: Given, hints: Hints, drafts: Drafts) -> None:
        self._given = given
        self._hints = hints
        self._drafts = drafts
        self._looked_at = {sheet.number: without_persons(sheet, hints) for sheet in given.sheets}
        self._readings: dict[int, Reading] = {}
        self._used: list[str] = []
        self._lost: list[Rejection] = []
        self._lost_rows = 0

    def read(self, asked: Format | None) -> None:
        """Read every sheet in its format; a sheet that fits none is lost with all its rows."""
        recognised: list[tuple[Sheet, Format]] = []
        for sheet in (looked_at.sheet for looked_at in self._looked_at.values()):
            try:
                recognised.append((sheet, asked or self._format_of(sheet)))
            except IntakeError as error:
                self._lose(sheet, error)
        for sheet, known in sorted(recognised, key=lambda pair: pair[1].rank(pair[0], self._hints)):
            try:
                reading = known.read(sheet, self._hints, self._drafts)
            except IntakeError as error:
                self._lose(sheet, error)
                continue
            for draft in reading.drafts:
                self._drafts.add(draft)
            for torn in sheet.torn:
                self._drafts.reject(Rejected(sheet.number, torn.line, None, None, torn.reason, torn.value))
            for reason, cells in sheet.mended.items():
                self._drafts.note(Noted(sheet.number, None, None, None, reason, None, cells))
            self._readings[sheet.number] = reading
            self._used.append(known.name)

    def check(self, *, allow_large: bool) -> list[Rejection]:
        """Check what was read; everything that was not taken, files first."""
        self._drafts.check(allow_large=allow_large)
        self._drafts.note_contradictions()
        sheets = {sheet.number: sheet for sheet in self._given.sheets}
        rows = [
            Rejection.of_row(
                sheets[rejected.source],
                replace(rejected, value=self._harmless(rejected.source, rejected.value)),
                self._readings[rejected.source].names,
            )
            for rejected in self._drafts.rejections()
        ]
        once = {(found.sheet, found.line, found.column, found.key): found for found in reversed(rows)}
        return [*self._given.rejections, *self._lost, *reversed(once.values())]

    def kept(self, rejections: list[Rejection]) -> list[Rejection]:
        """The rejections as a batch keeps them: without a value that could name somebody where no name belongs."""
        return [
            replace(found, value=None)
            if found.value and found.sheet is not None and self._looked_at[found.sheet].may_name_person(found.value)
            else found
            for found in rejections
        ]

    def notes(self) -> list[Note]:
        """What to know of the sheets' columns that were left out, and of the rows that were taken."""
        sheets = {sheet.number: sheet for sheet in self._given.sheets}
        told = [*self._given.notes, *(note for looked_at in self._looked_at.values() for note in looked_at.notes)]
        return told + [
            Note.of_rows(
                sheets[found.source],
                replace(found, value=self._harmless(found.source, found.value)),
                self._readings[found.source].names,
            )
            for found in self._drafts.notes()
        ]

    def rows(self) -> Rows:
        """The account of the sources' rows."""
        read = sum(sheet.read for sheet in self._given.sheets)
        rejected = self._drafts.rejected_lines() + self._lost_rows
        return Rows(read, read - rejected, rejected)

    def cells(self) -> dict[tuple[int, int], str]:
        """The rejected rows' cells as JSON by (sheet, line), without what is personal."""
        return {
            (number, line): self._looked_at[number].cells(cells, reading.free_texts)
            for number, reading in self._readings.items()
            for line, cells in self._drafts.cells(number, reading.impersonal).items()
        }

    def formats(self) -> str:
        """The formats that were found, in the sheets' order."""
        return "+".join(dict.fromkeys(self._used)) or "unknown"

    def ignored(self) -> dict[str, list[str]]:
        """By sheet: the titles of the columns that were not read."""
        found = {}
        for sheet in self._given.sheets:
            if reading := self._readings.get(sheet.number):
                extra = [
                    harmless_title(title)
                    for position, title in enumerate(sheet.header)
                    if f"c{position}" not in reading.titles and title.strip()
                ]
                if extra:
                    found[sheet.label] = extra
        return found

    def _format_of(self, sheet: Sheet) -> Format:
        """The format that a fitting mapping asks for, else the first that recognises the sheet."""
        mapping = self._hints.mapping
        if mapping and mapping.speaks_of_columns and mapping.fits(sheet.header):
            return FORMATS["own" if mapping.table else "flat"]
        for known in FORMATS.values():
            if known.recognises(sheet, self._hints):
                return known
        if mapping and (missing := mapping.missing(sheet.header)):
            raise IntakeError("mapping_misfits", titles=", ".join(missing))
        raise misfit(sheet)

    def _harmless(self, sheet: int, value: str | None) -> str | None:
        """A value as it may be told: without what speaks of a person."""
        return STRUCK if value is not None and self._looked_at[sheet].speaks_of_person(value) else value

    def _lose(self, sheet: Sheet, error: IntakeError) -> None:
        self._lost.append(Rejection.of_file(sheet.label, error))
        self._lost_rows += sheet.read
