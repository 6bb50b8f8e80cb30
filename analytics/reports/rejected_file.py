"""The rows that an import did not take, as a file in the form in which they came, each with its reasons.

They are for whoever brought the file: what the program leaves out of it, such as names of people, stands in them, and
they are kept nowhere.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
import xlsxwriter

from analytics.intake.files import Given
from analytics.intake.rejection import Rejection
from analytics.intake.sheet import REASON_TITLES, Sheet
from analytics.language import Language
from analytics.reports.tables import WORKBOOK_OPTIONS, disarmed, sheet_name
from analytics.warehouse.readings import NUMBER_MARK

_CSV, _XLSX = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class RejectedFile:
    """A file to take away: its name, its bytes, its media type."""

    name: str
    content: bytes
    media_type: str


def rejected_files(given: Given, rejections: Sequence[Rejection], language: Language) -> list[RejectedFile]:
    """For every file of which rows were rejected, one with these rows, their reasons in a first column.

    A text file gives a CSV file, a workbook gives a workbook with the same sheets. Sheets that were rejected as a whole
    are not among them: they are in the file that was given.
    """
    reasons: dict[int, dict[int, list[str]]] = {}
    for found in rejections:
        if found.sheet is not None and found.line is not None:
            label, reason = found.label(language.code), found.reason(language.code)
            told = reasons.setdefault(found.sheet, {}).setdefault(found.line, [])
            told.append(f"{label}: {reason}" if label else reason)
    files: dict[str, list[Sheet]] = {}
    for sheet in given.sheets:
        if sheet.number in reasons:
            files.setdefault(str(sheet.path), []).append(sheet)
    return [_file(sheets, reasons, language) for sheets in files.values()]


def _file(sheets: Sequence[Sheet], reasons: dict[int, dict[int, list[str]]], language: Language) -> RejectedFile:
    stem = f"{sheets[0].path.stem}_{language.text('intake.rejections_file')}"
    tables = [(sheet.title, list(_rows(sheet, reasons[sheet.number], language))) for sheet in sheets]
    if sheets[0].name is None:
        return RejectedFile(f"{stem}.csv", _as_csv(tables[0][1]), _CSV)
    return RejectedFile(f"{stem}.xlsx", _as_xlsx(tables), _XLSX)


def _rows(sheet: Sheet, reasons: dict[int, list[str]], language: Language) -> Iterator[list[str]]:
    """The header, and every rejected row as it came, in its order."""
    yield [REASON_TITLES[language.code], *sheet.header]
    columns = [f"c{position}" for position in range(len(sheet.header))]
    rows = sheet.text.rows.filter(pc.is_in(sheet.text.rows["_line"], pa.array(list(reasons), pa.int64())))
    cells = {row["_line"]: [(row[name] or "").rstrip(NUMBER_MARK) for name in columns] for row in rows.to_pylist()}
    cells |= {torn.line: [torn.text] for torn in sheet.torn}
    for line in sorted(reasons):
        yield [" ".join(dict.fromkeys(reasons[line])), *cells.get(line, [])]


def _as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerows([disarmed(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


def _as_xlsx(tables: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, WORKBOOK_OPTIONS) as book:
        for title, rows in tables:
            sheet = book.add_worksheet(sheet_name(title))
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, 0, 60)
            for place, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write_string(place, column, cell)
    return target.getvalue()
