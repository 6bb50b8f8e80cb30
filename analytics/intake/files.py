"""Files as they are given: which of them are meant, and the sheets that they hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from analytics.errors import IntakeError
from analytics.intake.note import Note
from analytics.intake.progress import Progress
from analytics.intake.rejection import Rejection
from analytics.intake.sheet import Headers, Sheet, shown
from analytics.intake.textfile import read_text_file
from analytics.intake.workbook import OLD_CONTAINER, read_workbook
from analytics.language import LANGUAGES, Language
from analytics.store import Source

MAPPING_ENDINGS = {".yaml", ".yml"}
_WORKBOOKS = {".xlsx", ".xlsm", ".ods"}
_ENDINGS = {".csv", ".tsv", ".txt", ".xls", *_WORKBOOKS}
HIDDEN = (".", "~$")
"""How names begin that are no files to take; ``~$`` marks a workbook that Excel has open."""
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Given:
    """What was given: the sheets that can be read, the files they stand in, and what cannot be read at all.

    ``notes`` is what to know of the files beside that.
    """

    sheets: list[Sheet]
    sources: tuple[Source, ...]
    rejections: list[Rejection]
    notes: list[Note]


def listed(paths: Iterable[Path]) -> tuple[list[Path], list[Rejection]]:
    """The files, with a folder's own in its place, in the alphabet's order; and the folders that hold none."""
    files: list[Path] = []
    rejections: list[Rejection] = []
    for path in paths:
        try:
            inside = [file for file in sorted(path.iterdir()) if _is_table(file)] if path.is_dir() else [path]
        except OSError as error:
            rejections.append(Rejection.of_file(shown(path), _unreadable(error)))
            continue
        if not inside:
            rejections.append(Rejection.of_file(shown(path), IntakeError("empty_folder", folder=shown(path))))
        files += inside
    return list(dict.fromkeys(files)), rejections


def read_files(
    files: Sequence[Path],
    rejections: Sequence[Rejection],
    progress: Progress,
    headers: Headers,
) -> Given:
    """Every sheet of the files that has a row below its header; ``rejections`` names what was lost before.

    ``headers`` is what is known of the sheets' headers.

    Raises Stopped where somebody stopped it.
    """
    sheets: list[Sheet] = []
    sources: list[Source] = []
    rejections = list(rejections)
    notes: list[Note] = []
    empty: list[Sheet] = []
    number = 0
    for position, file in enumerate(files):
        progress.tell("reading", position, len(files))
        try:
            found, told = _sheets_of(file, number, headers)
            size = file.stat().st_size
        except IntakeError as error:
            rejections.append(Rejection.of_file(shown(file), error))
            continue
        except OSError as error:
            rejections.append(Rejection.of_file(shown(file), _unreadable(error)))
            continue
        number += len(found)
        notes += told
        sources.append(Source(shown(file), found[0].text.digest, size))
        for sheet in found:
            if not _is_explanation(sheet):
                (sheets if sheet.read else empty).append(sheet)
    if not sheets and not rejections:
        rejections = [Rejection.of_file(sheet.label, IntakeError("no_rows")) for sheet in empty]
    return Given(sheets, tuple(sources), rejections, notes)


def _unreadable(error: OSError) -> IntakeError:
    return IntakeError("unreadable_file", cause=error.strerror or type(error).__name__)


def _is_table(file: Path) -> bool:
    """Whether a folder's file may be a table."""
    return file.is_file() and file.suffix.lower() in _ENDINGS and not file.name.startswith(HIDDEN)


def _sheets_of(file: Path, number: int, headers: Headers) -> tuple[list[Sheet], list[Note]]:
    """The file's sheets, numbered from ``number``, and what to know of others; its content decides what it is."""
    if not file.is_file():
        raise IntakeError("no_such_file", file=shown(file))
    with file.open("rb") as opened:
        begins = opened.read(len(OLD_CONTAINER))
    is_workbook = begins.startswith((_ZIP, OLD_CONTAINER)) or file.suffix.lower() in _WORKBOOKS
    return read_workbook(file, number, headers) if is_workbook else (read_text_file(file, number, headers), [])


def _is_explanation(sheet: Sheet) -> bool:
    """Whether this is the sheet in which the template's workbook explains itself."""
    return sheet.name in {Language(language).text("imports.explanation_sheet") for language in LANGUAGES}
