"""The import: files in, one checked batch out, and an answer that accounts for every row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analytics.errors import IntakeError
from analytics.intake.formats import FORMATS, Format
from analytics.intake.headers import ignored_columns, table_for
from analytics.intake.mapping import Mapping, read_mapping
from analytics.intake.rejection import Rejection
from analytics.intake.sheet import Sheet
from analytics.intake.textfile import read_text_file
from analytics.intake.workbook import read_workbook
from analytics.model import TABLES
from analytics.store import Entry, Rows, Source, Store
from analytics.warehouse.drafts import Drafts

_TEXT_ENDINGS = {".csv", ".tsv", ".txt"}
_WORKBOOK_ENDINGS = {".xlsx", ".xlsm"}
_MAPPING_ENDINGS = {".yaml", ".yml"}


@dataclass(frozen=True)
class Report:
    """What an import did. ``batch`` is None where nothing was new, nothing accepted, or nothing should be written.

    ``unassigned`` counts by (table, column) the accepted rows that name a row not there yet;
    ``ignored`` lists by file the columns that are no part of the model.
    """

    batch: str | None
    format: str
    rows: Rows
    tables: dict[str, int]
    rejections: list[Rejection]
    unassigned: dict[tuple[str, str], int] = field(default_factory=dict)
    ignored: dict[str, list[str]] = field(default_factory=dict)


def import_files(
    store: Store,
    paths: Sequence[Path],
    *,
    format_name: str | None = None,
    mapping: Mapping | None = None,
    event: str | None = None,
    dry_run: bool = False,
    who: str | None = None,
    is_demo: bool = False,
) -> Report:
    """Import files and folders as one batch. Raises IntakeError for an unknown format only: what is wrong with
    a file or a row stands in the report.
    """
    if format_name is not None and format_name not in FORMATS:
        raise IntakeError("unknown_format", format=format_name, known=", ".join(FORMATS))
    files = _listed(paths)
    mapping = mapping or next((read_mapping(file) for file in files if file.suffix.lower() in _MAPPING_ENDINGS), None)
    files = [file for file in files if file.suffix.lower() not in _MAPPING_ENDINGS]
    sheets, rejections = _read(files)
    state_files = {name: store.files(name) for name in TABLES}
    with Drafts(state_files) as drafts, store.staging() as staging:
        used: list[str] = []
        lost = 0
        for sheet in sheets:
            try:
                known = _format_of(sheet, format_name, mapping)
                for draft in known.drafts(sheet, mapping, drafts):
                    drafts.add(draft)
                used.append(known.name)
                for torn in sheet.torn:
                    drafts.reject(sheet.number, torn.line, None, torn.reason, torn.value)
            except IntakeError as error:
                rejections.append(Rejection.of_file(sheet.label, error))
                lost += sheet.read
        drafts.check()
        by_number = {sheet.number: sheet for sheet in sheets}
        rejections += [Rejection.of_row(by_number[row[0]], *row[1:]) for row in drafts.rejections()]
        read = sum(sheet.read for sheet in sheets)
        rejected = drafts.rejected_lines() + lost
        rows = Rows(read, read - rejected, rejected)
        tables = drafts.write(staging.folder)
        batch = None
        formats = "+".join(dict.fromkeys(used)) or (format_name or "unknown")
        if tables and not dry_run:
            entry = Entry("", "import", who or "", "", formats, _sources(files, sheets), rows, tables, is_demo=is_demo)
            batch = staging.publish(entry).batch
        return Report(batch, formats, rows, tables, rejections, drafts.unassigned(), _ignored(sheets))


def _listed(paths: Sequence[Path]) -> list[Path]:
    """The files, with a folder's own in its place, in the alphabet's order."""
    endings = _TEXT_ENDINGS | _WORKBOOK_ENDINGS
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(file for file in path.iterdir() if file.suffix.lower() in endings)
        else:
            files.append(path)
    return files


def _read(files: Sequence[Path]) -> tuple[list[Sheet], list[Rejection]]:
    """Every sheet of the files, and what cannot be read at all."""
    sheets: list[Sheet] = []
    rejections: list[Rejection] = []
    for file in files:
        number = 1 + max((sheet.number for sheet in sheets), default=-1)
        try:
            sheets += _sheets_of(file, number)
        except IntakeError as error:
            rejections.append(Rejection.of_file(file.name, error))
        except OSError as error:
            cause = IntakeError("unreadable_file", cause=error.strerror or type(error).__name__)
            rejections.append(Rejection.of_file(file.name, cause))
    return sheets, rejections


def _sheets_of(file: Path, number: int) -> list[Sheet]:
    if not file.is_file():
        raise IntakeError("no_such_file", file=file.name)
    if file.suffix.lower() in _WORKBOOK_ENDINGS:
        return read_workbook(file, number)
    return read_text_file(file, number)


def _format_of(sheet: Sheet, format_name: str | None, mapping: Mapping | None) -> Format:
    if format_name is not None:
        return FORMATS[format_name]
    for known in FORMATS.values():
        if known.recognises(sheet, mapping):
            return known
    raise IntakeError("unknown_header", header=", ".join(sheet.header)[:200])


def _sources(files: Sequence[Path], sheets: Sequence[Sheet]) -> tuple[Source, ...]:
    """The files that could be read, with their digests."""
    digests = {sheet.path: sheet.text.digest for sheet in sheets}
    return tuple(Source(file.name, digests[file], file.stat().st_size) for file in files if file in digests)


def _ignored(sheets: Sequence[Sheet]) -> dict[str, list[str]]:
    found = {}
    for sheet in sheets:
        table = table_for(sheet.title, sheet.header)
        if table is not None and (extra := ignored_columns(table, sheet.header)):
            found[sheet.label] = extra
    return found
