"""The template as one workbook: a sheet a table, and a sheet that explains them all."""

from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from analytics.intake.template_words import choices, content, heading, note
from analytics.language import Language
from analytics.model import ENUMERATIONS, TABLES, Column, Table

_ROWS = 5_000
"""How far down a sheet offers its choices."""

_CREATED = datetime(2024, 1, 1)
"""A fixed date, so that the same model gives the same bytes."""

_LONGEST_LIST = 255
"""So many characters a sheet's own list of choices may have; a longer one stands on the sheet that explains."""

_LISTS_FROM = 6
"""The first column for such lists, beside the explanation."""

_DATES = {"de": "dd.mm.yyyy", "en": "yyyy-mm-dd"}


def template_workbook(language: Language) -> bytes:
    """The workbook in ``language``; the same model gives the same bytes."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": language.text("templates.title"), "created": _CREATED})
        lists = _explain(workbook, language)
        for table in TABLES.values():
            _sheet(workbook, table, language, lists)
    return target.getvalue()


def _explain(workbook: Workbook, language: Language) -> dict[str, str]:
    """The sheet that explains; by enumeration, where on it a list stands that is too long for a cell's own."""
    sheet = workbook.add_worksheet(language.text("imports.explanation_sheet"))
    bold, wrapped = workbook.add_format({"bold": True}), workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 1, 30, wrapped)
    sheet.set_column(2, 2, 9, wrapped)
    sheet.set_column(3, 4, 60, wrapped)
    sheet.write_string(0, 0, language.text("templates.title"), workbook.add_format({"bold": True, "font_size": 14}))
    row = 2
    plain = workbook.add_format({"text_wrap": False})
    for sentence in language.text("templates.how").strip().splitlines():
        sheet.write_string(row, 0, sentence, plain)
        row += 1
    for table in TABLES.values():
        row += 1
        sheet.write_string(row, 0, table.label.in_(language.code), bold)
        sheet.write_string(row, 1, table.note.in_(language.code), plain)
        row += 1
        for position, head in enumerate(("sheet", "column", "required", "content", "note")):
            sheet.write_string(row, position, language.text(f"templates.{head}"), bold)
        row += 1
        for column in table.columns:
            cells = (
                table.label.in_(language.code),
                column.label.in_(language.code),
                language.text("templates.yes") if column.required else "",
                content(column, language),
                note(table, column, language),
            )
            for position, text in enumerate(cells):
                sheet.write_string(row, position, text, wrapped)
            row += 1
    return _long_lists(sheet, language, bold)


def _long_lists(sheet: Worksheet, language: Language, bold: Format) -> dict[str, str]:
    ranges: dict[str, str] = {}
    for enumeration in ENUMERATIONS.values():
        labels = [value.label.in_(language.code) for value in enumeration.values]
        if len(",".join(labels)) > _LONGEST_LIST:
            column = _LISTS_FROM + len(ranges)
            sheet.set_column(column, column, max(map(len, labels)))
            sheet.write_string(0, column, enumeration.label.in_(language.code), bold)
            sheet.write_column(1, column, labels)
            cells = xl_range_abs(1, column, len(labels), column)
            ranges[enumeration.name] = f"='{sheet.get_name()}'!{cells}"
    return ranges


def _sheet(workbook: Workbook, table: Table, language: Language, lists: dict[str, str]) -> None:
    sheet = workbook.add_worksheet(table.label.in_(language.code))
    head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    sheet.freeze_panes(1, 0)
    for position, column in enumerate(table.columns):
        title = heading(column, language)
        sheet.set_column(position, position, max(14, len(title) + 2), _format(workbook, column, language))
        sheet.write_string(0, position, title, head)
        said = "\n".join(part for part in (content(column, language), note(table, column, language)) if part)
        sheet.write_comment(0, position, said, {"author": "", "x_scale": 2})
        _offer(sheet, position, lists.get(column.enumeration or "") or choices(column, language))


def _format(workbook: Workbook, column: Column, language: Language) -> Format | None:
    """Text stays text, so that a postcode keeps its zeros; a date looks like one."""
    if column.kind == "date":
        return workbook.add_format({"num_format": _DATES[language.code]})
    if column.kind in ("text", "topics"):
        return workbook.add_format({"num_format": "@"})
    return None


def _offer(sheet: Worksheet, position: int, labels: list[str] | str) -> None:
    """A drop-down of the labels, or of a range; other spellings that intake reads may be typed all the same."""
    if labels:
        choice = {"validate": "list", "source": labels, "error_type": "warning"}
        sheet.data_validation(1, position, _ROWS, position, choice)
