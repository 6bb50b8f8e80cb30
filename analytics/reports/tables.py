"""Tables as files: CSV and XLSX in which text stays text, whatever it looks like."""

import csv
import io
import re
from collections.abc import Mapping
from datetime import date

import pandas as pd
import xlsxwriter

from analytics.language import Language
from analytics.reports.presentable import heading, labelled, native, yes_or_no

_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
WORKBOOK_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""How a workbook is written: text stays text."""
_FORMATS = {"share": "0.0%", "index": "0.00", "mean": "0.0", "eur": "#,##0 €", "days": "#,##0", "count": "#,##0"}
_FIRST_DAY = date(1900, 3, 1)
"""From here on spreadsheets agree on their calendars; an earlier day is written as text."""


def as_csv(frame: pd.DataFrame, language: Language, note: str | None = None) -> bytes:
    """``frame`` as CSV that a spreadsheet of that language opens: UTF-8 with BOM; ``;`` and comma in German.

    Days stand as 2025-12-31. Cells that a spreadsheet would take for a formula begin with an apostrophe. ``note``, such
    as a warning that the data is invented, stands in a last column of every row.
    """
    shown = _headed(labelled(frame, language), language, note)
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";" if language.code == "de" else ",", lineterminator="\r\n")
    writer.writerow(disarmed(str(name)) for name in shown.columns)
    for row in shown.itertuples(index=False, name=None):
        writer.writerow(_cell(value, language) for value in row)
    return target.getvalue().encode("utf-8-sig")


def as_xlsx(
    frame: pd.DataFrame,
    language: Language,
    *,
    title: str,
    note: str | None = None,
    units: Mapping[str, str] | None = None,
) -> bytes:
    """``frame`` as a workbook with one sheet: a bold, frozen heading, numbers and dates as such, text only as text."""
    shown = _headed(labelled(frame, language), language, note)
    named_units = {heading(column, language): unit for column, unit in (units or {}).items()}
    title = _printable(title)
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, WORKBOOK_OPTIONS) as book:
        book.set_properties({"title": title, "comments": note or ""})
        sheet = book.add_worksheet(sheet_name(title))
        sheet.freeze_panes(1, 0)
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd.mm.yyyy" if language.code == "de" else "d mmm yyyy"})
        for column, name in enumerate(shown.columns):
            cells = shown.iloc[:, column].tolist()
            number = book.add_format({"num_format": _FORMATS[named_units.get(name, "count")]})
            sheet.write_string(0, column, str(name), bold)
            sheet.set_column(column, column, _width(name, cells))
            for row, value in enumerate(cells, start=1):
                _write(sheet, row, column, _before_calendars(native(value), language), number, day)
        if len(shown):
            sheet.autofilter(0, 0, len(shown), max(0, len(shown.columns) - 1))
    return target.getvalue()


def _headed(frame: pd.DataFrame, language: Language, note: str | None) -> pd.DataFrame:
    headed = frame.rename(columns={column: heading(column, language) for column in frame.columns})
    return headed.assign(**{language.text("columns.note"): note}) if note else headed


def _cell(cell: object, language: Language) -> str:
    """A cell of a CSV file."""
    value = native(cell)
    if value is None:
        return ""
    if isinstance(value, bool):
        return yes_or_no(value, language)
    if isinstance(value, date):  # a Timestamp is one, too
        return value.strftime("%Y-%m-%d")
    if isinstance(value, int | float):
        written = str(value).removesuffix(".0")
        return written.replace(".", ",") if language.code == "de" else written
    return disarmed(str(value))


def disarmed(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _before_calendars(value: object, language: Language) -> object:
    """A day that no spreadsheet knows, as text; everything else as it is."""
    if isinstance(value, date) and pd.Timestamp(value).date() < _FIRST_DAY:
        return language.date(value)
    return value


def _printable(text: str) -> str:
    """``text`` without the signs that no workbook's title may hold, such as line breaks."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def sheet_name(title: str) -> str:
    """A name that a workbook allows: 31 characters, no brackets, colons, stars, question marks or slashes."""
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in title)[:31].strip("' ") or "1"


def _width(name: object, cells: list[object]) -> int:
    longest = max((len(str(cell)) for cell in cells[:200]), default=0)
    return min(60, max(10, len(str(name)) + 2, longest + 2))


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    value: object,
    number: xlsxwriter.format.Format,
    day: xlsxwriter.format.Format,
) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, date):  # a Timestamp is one, too
        sheet.write_datetime(row, column, pd.Timestamp(value).to_pydatetime(), day)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, number)
    else:
        sheet.write_string(row, column, str(value))
