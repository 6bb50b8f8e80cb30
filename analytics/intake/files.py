"""Files as they are given: which of them are meant, and the sheets that they hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from analytics.errors import IntakeError
from analytics.intake.rejection import Rejection
from analytics.intake.sheet import Sheet
from analytics.intake.textfile import read_text_file
from analytics.intake.workbook import read_workbook
from analytics.language import LANGUAGES, Language
from analytics.store import Source

MAPPING_ENDINGS = {".yaml", ".yml"}
_ENDINGS = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm"}
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Given:
    """What was given: the sheets that can be read, the files they stand in, and what cannot be read at all."""

    sheets: list[Sheet]
    sources: tuple[Source, ...]
    rejections: list[Rejection]


def listed(paths: Iterable[Path]) -> list[Path]:
    """The files, with a folder's own in its place, in the alphabet's order. Raises IntakeError for an empty folder."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = [file for file in sorted(path.iterdir()) if _is_table(file)]
            if not inside:
                raise IntakeError("empty_folder", folder=str(path))
            files += inside
        else:
            files.append(path)
    return list(dict.fromkeys(files))


def read_files(files: Sequence[Path]) -> Given:
    """Every sheet of the files that has a row below its header."""
    sheets: list[Sheet] = []
    sources: list[Source] = []
    rejections: list[Rejection] = []
    empty: list[Sheet] = []
    number = 0
    for file in files:
        try:
            found = _sheets_of(file, number)
            sources.append(Source(file.name, found[0].text.digest, file.stat().st_size))
        except IntakeError as error:
            rejections.append(Rejection.of_file(file.name, error))
            continue
        except OSError as error:
            cause = IntakeError("unreadable_file", cause=error.strerror or type(error).__name__)
            rejections.append(Rejection.of_file(file.name, cause))
            continue
        number += len(found)
        for sheet in found:
            if not _is_explanation(sheet):
                (sheets if sheet.read else empty).append(sheet)
    if not sheets and not rejections:
        rejections = [Rejection.of_file(sheet.label, IntakeError("no_rows")) for sheet in empty]
    return Given(sheets, tuple(sources), rejections)


def _is_table(file: Path) -> bool:
    """Whether a folder's file may be a table; ``~$`` marks a workbook that Excel has open."""
    return file.is_file() and file.suffix.lower() in _ENDINGS and not file.name.startswith((".", "~$"))


def _sheets_of(file: Path, number: int) -> list[Sheet]:
    """The file's sheets, numbered from ``number``; its content decides what it is, not its name."""
    if not file.is_file():
        raise IntakeError("no_such_file", file=file.name)
    with file.open("rb") as opened:
        is_workbook = opened.read(len(_ZIP)) == _ZIP or file.suffix.lower() in {".xlsx", ".xlsm"}
    return read_workbook(file, number) if is_workbook else read_text_file(file, number)


def _is_explanation(sheet: Sheet) -> bool:
    """Whether this is the sheet in which the template's workbook explains itself."""
    return sheet.name in {Language(language).text("imports.explanation_sheet") for language in LANGUAGES}
