"""The sheets of one import on their way through the drafts."""

from dataclasses import replace

from analytics.errors import IntakeError
from analytics.intake.domains import Domains, domains_of_organisations
from analytics.intake.files import Given
from analytics.intake.formats import FORMATS, Format, Reading
from analytics.intake.formats.misfit import misfit
from analytics.intake.hints import Hints
from analytics.intake.note import Note
from analytics.intake.personal import harmless_title, without_persons
from analytics.intake.progress import Progress
from analytics.intake.rejection import Rejection
from analytics.intake.sheet import Sheet
from analytics.model import TABLES
from analytics.model.addresses import STRUCK
from analytics.store import Rows
from analytics.warehouse.drafts import Drafts, Noted, Rejected


class ImportRun:
    """The sheets of one import on their way through the drafts."""

    def __init__(self, given: Given, hints: Hints, drafts: Drafts) -> None:
        self._given = given
        self._hints = hints
        self._drafts = drafts
        self._looked_at = {
            sheet.number: without_persons(_decided(sheet, hints), hints, drafts.person_key) for sheet in given.sheets
        }
        self._readings: dict[int, Reading] = {}
        self._used: list[str] = []
        self._lost: list[Rejection] = []
        self._lost_rows = 0

    def read(self, progress: Progress) -> None:
        """Read every sheet in its format; a sheet that fits none is lost with all its rows."""
        asked = FORMATS[self._hints.format_name] if self._hints.format_name else None
        recognised: list[tuple[Sheet, Format]] = []
        for sheet in (looked_at.sheet for looked_at in self._looked_at.values()):
            try:
                recognised.append((sheet, asked or self._format_of(sheet)))
            except IntakeError as error:
                self._lose(sheet, error)
        recognised.sort(key=lambda pair: pair[1].rank(pair[0], self._hints))
        for number, (sheet, known) in enumerate(recognised):
            progress.tell("checking", number, len(recognised))
            try:
                reading = known.read(sheet, self._hints, self._drafts)
            except IntakeError as error:
                self._lose(sheet, error)
                continue
            for draft in reading.drafts:
                self._drafts.add(draft)
            for torn in sheet.torn:
                self._drafts.reject(Rejected(sheet.number, torn.line, None, None, torn.reason, torn.value))
            mapping = self._hints.mapping_of(sheet.header)
            if mapping in self._hints.remembered:
                self._drafts.note(Noted(sheet.number, None, None, None, "by_mapping", mapping.name, 1))
            if sheet.below:
                lines = ", ".join(map(str, sheet.below))
                self._drafts.note(Noted(sheet.number, None, None, None, "below_table", lines, len(sheet.below)))
            for reason, cells in sheet.mended.items():
                self._drafts.note(Noted(sheet.number, None, None, None, reason, None, cells))
            self._readings[sheet.number] = reading
            self._used.append(known.name)

    def check(self) -> list[Rejection]:
        """Check what was read; everything that was not taken, files first."""
        self._drafts.check(allow_large=self._hints.allow_large)
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

    def domains(self) -> Domains:
        """The domains of the e-mail addresses beside the organisations that were taken."""
        beside = [found for looked_at in self._looked_at.values() if (found := looked_at.domains_by_line) is not None]
        return domains_of_organisations(beside, self._drafts)

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
        mapping = self._hints.mapping_of(sheet.header)
        if mapping and mapping.speaks_of_columns:
            return FORMATS["own" if mapping.table in TABLES else mapping.subject]
        for known in FORMATS.values():
            if known.recognises(sheet, self._hints):
                return known
        for mapping in self._hints.mappings:
            if missing := mapping.missing(sheet.header):
                raise IntakeError("mapping_misfits", titles=", ".join(missing))
        raise misfit(sheet)

    def _harmless(self, sheet: int, value: str | None) -> str | None:
        """A value as it may be told: without what speaks of a person."""
        return STRUCK if value is not None and self._looked_at[sheet].speaks_of_person(value) else value

    def _lose(self, sheet: Sheet, error: IntakeError) -> None:
        self._lost.append(Rejection.of_file(sheet.label, error))
        self._lost_rows += sheet.read


def _decided(sheet: Sheet, hints: Hints) -> Sheet:
    """The sheet with the sign that parts its decimals, where somebody said which."""
    mapping = hints.mapping_of(sheet.header)
    decimal = mapping.decimal if mapping and mapping.decimal else hints.decimal
    return replace(sheet, text=replace(sheet.text, decimal=decimal)) if decimal else sheet
