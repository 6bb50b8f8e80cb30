"""The sheet of introductions as XLSX: by guest, and by pair. No formulas; all text is text."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from analytics.charts import PALETTES
from analytics.language import Language
from analytics.reception.sheet import Guest, Sheet
from analytics.reception.sheet_words import coming, kind_of, wanting, why
from analytics.reports.archive import steady
from analytics.reports.evening.marks import Marks
from analytics.reports.formats import OPTIONS, printed, sheet_name

_BY_GUEST = ("guest", "kind", "persons", "introduced_to", "partner_kind", "why", "met", "done")
_BY_PAIR = ("guest", "kind", "introduced_to", "partner_kind", "why", "met", "done")
_WIDTHS = {"guest": 38, "introduced_to": 38, "kind": 17, "partner_kind": 17, "why": 66, "persons": 10, "met": 15}
_WIDTH = 11
_LINE = 15.5
"""Points of a line of text."""
_HEAD = 5
"""The row of the headings."""

Row = Sequence[str | int]


def sheet_as_workbook(sheet: Sheet, marks: Marks, language: Language, moment: datetime) -> bytes:
    """The sheet as a workbook."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        title = language.text("evening.sheet_title")
        book.set_properties({"title": f"{title} – {sheet.evening.title}", "comments": marks.demo, "created": moment})
        writer = _Writer(book, sheet, marks, language)
        last = writer.write("by_guest", _BY_GUEST, _guest_rows(sheet, language))
        writer.notes(last + 2)
        writer.write("by_pair", _BY_PAIR, _pair_rows(sheet, language))
    return steady(file.getvalue(), moment)


def _guest_rows(sheet: Sheet, language: Language) -> Iterable[Row]:
    for guest in sheet.guests:
        own = (guest.name, kind_of(guest.kind, language), guest.persons)
        for to in guest.introductions:
            kind = kind_of(to.kind, language)
            yield (*own, to.name, kind, "\n".join(why(to, language)), to.met, "")
        if not guest.introductions:
            yield (*own, "", "", _want(guest, language), "", "")


def _want(guest: Guest, language: Language) -> str:
    return language.text(f"evening.want_{guest.want}", name=guest.name)


def _pair_rows(sheet: Sheet, language: Language) -> Iterable[Row]:
    for pair in sheet.pairs:
        kinds = kind_of(pair.kind, language), kind_of(pair.partner.kind, language)
        said = "\n".join(why(pair.partner, language))
        yield (pair.name, kinds[0], pair.partner.name, kinds[1], said, pair.partner.met, "")


def _lines(row: Row, columns: Sequence[str]) -> int:
    """So many lines the tallest cell of a row takes."""
    cells = [(said, _WIDTHS.get(heading, _WIDTH)) for said, heading in zip(row, columns, strict=True)]
    return max(sum(1 + int(len(line) / (1.15 * width)) for line in str(said).split("\n")) for said, width in cells)


class _Writer:
    """Writes one sheet after the other, each under the same head."""

    def __init__(self, book: Any, sheet: Sheet, marks: Marks, language: Language) -> None:
        self._book, self._sheet, self._marks, self._language = book, sheet, marks, language
        add, accent = book.add_format, PALETTES["light"].accent
        self._title = add({"bold": True, "font_size": 16, "font_color": accent})
        self._bold = add({"bold": True})
        self._demo = add({"bold": True, "font_color": "#9A3412"})
        self._head = add({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": accent})
        self._cell = add({"text_wrap": True, "valign": "top", "bottom": 4, "bottom_color": "#C9D1D9"})
        self._number = add({"valign": "top", "align": "center", "bottom": 4, "bottom_color": "#C9D1D9"})
        self._tick = add({"border": 1})

    def write(self, name: str, columns: Sequence[str], rows: Iterable[Row]) -> int:
        """A sheet with a heading per column and a row per row. Gives the last row."""
        text = self._language.text
        page = self._page(text(f"evening.sheet_{name}"))
        for column, heading in enumerate(columns):
            page.set_column(column, column, _WIDTHS.get(heading, _WIDTH))
            page.write_string(_HEAD, column, text(f"evening.column_{heading}"), self._head)
        last = _HEAD
        page.set_row(_HEAD, 2 * _LINE)
        for last, row in enumerate(rows, start=_HEAD + 1):
            page.set_row(last, _LINE * _lines(row, columns))
            for column, said in enumerate(row):
                self._write(page, last, column, said, columns[column])
        if last > _HEAD:
            page.autofilter(_HEAD, 0, last, len(columns) - 1)
        page.freeze_panes(_HEAD + 1, 1)
        page.repeat_rows(_HEAD)
        return last

    def notes(self, row: int) -> None:
        """Beneath the last sheet's rows: who gets fewer, and why."""
        said = wanting(self._sheet, self._language)
        if not said:
            return
        page = self._book.worksheets()[-1]
        page.write_string(row, 0, self._language.text("evening.sheet_fewer"), self._bold)
        for place, sentence in enumerate(said, start=row + 1):
            page.write_string(place, 0, sentence)

    def _write(self, page: Any, row: int, column: int, said: str | int, heading: str) -> None:
        look = self._tick if heading == "done" else self._cell
        if isinstance(said, int):
            page.write_number(row, column, said, self._number)
        elif said:
            page.write_string(row, column, said, look)
        else:
            page.write_blank(row, column, None, look)

    def _page(self, title: str) -> Any:
        page = self._book.add_worksheet(sheet_name(title))
        page.hide_gridlines(2)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        internal, evening = self._language.text("evening.sheet_internal"), self._sheet.evening
        page.set_header(f"&L{printed(evening.title)}&R{printed(self._marks.demo)}")
        page.set_footer(f"&L{printed(internal)}&R&P / &N")
        page.write_string(0, 0, f"{self._language.text('evening.sheet_title')}: {evening.title}", self._title)
        page.write_string(1, 0, self._marks.when)
        page.write_string(2, 0, coming(self._sheet, self._language), self._bold)
        page.write_string(3, 0, internal, self._bold)
        page.write_string(4, 0, " · ".join(filter(None, (self._marks.demo, self._marks.footer))), self._demo)
        return page
