"""Tables as files: CSV and XLSX in which text stays text, whatever it looks like."""

import io
from collections.abc import Mapping
from datetime import date, datetime

import pandas as pd
import xlsxwriter

from analytics.language import Language
from analytics.reports.presentable import heading, labelled

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FORMATS = {"share": "0.0%", "index": "0.00", "eur": "#,##0 €", "count": "#,##0.##"}


def as_csv(frame: pd.DataFrame, language: Language, note: str | None = None) -> bytes:
    """``frame`` as CSV that a spreadsheet of that language opens: UTF-8 with BOM; ``;`` and comma in German.

    Cells that a spreadsheet would take for a formula begin with an apostrophe. ``note``, such as a warning that the
    data is invented, stands in a last column of every row.
    """
    shown = _headed(labelled(frame, language), language, note)
    for column in shown.columns:
        shown[column] = pd.Series([_disarmed(value) for value in shown[column]], index=shown.index, dtype=object)
    shown.columns = [_disarmed(str(name)) for name in shown.columns]
    german = language.code == "de"
    text: str = shown.to_csv(
        index=False,
        sep=";" if german else ",",
        decimal="," if german else ".",
        date_format="%Y-%m-%d",
        lineterminator="\r\n",
    )
    return b"\xef\xbb\xbf" + text.encode("utf-8")


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
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": title, "comments": note or ""})
        sheet = book.add_worksheet(_sheet_name(title))
        sheet.freeze_panes(1, 0)
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd.mm.yyyy" if language.code == "de" else "d mmm yyyy"})
        for column, name in enumerate(shown.columns):
            cells = shown.iloc[:, column].tolist()
            number = book.add_format({"num_format": _FORMATS[named_units.get(name, "count")]})
            sheet.write_string(0, column, str(name), bold)
            sheet.set_column(column, column, _width(name, cells))
            for row, value in enumerate(cells, start=1):
                _write(sheet, row, column, value, number, day)
        if len(shown):
            sheet.autofilter(0, 0, len(shown), max(0, len(shown.columns) - 1))
    return target.getvalue()


def _headed(frame: pd.DataFrame, language: Language, note: str | None) -> pd.DataFrame:
    headed = frame.rename(columns={column: heading(column, language) for column in frame.columns})
    return headed.assign(**{language.text("columns.note"): note}) if note else headed


def _disarmed(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _sheet_name(title: str) -> str:
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
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and pd.isna(value)):
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, datetime | date):
        sheet.write_datetime(row, column, pd.Timestamp(value).to_pydatetime(), day)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, number)
    else:
        sheet.write_string(row, column, str(value))
