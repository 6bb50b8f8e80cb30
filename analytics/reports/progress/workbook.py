"""The report as XLSX: a sheet per KPI with its rows and charts, the targets, and the definitions. No formulas."""

from collections.abc import Sequence
from io import BytesIO
from textwrap import wrap
from typing import Any

import pandas as pd
import xlsxwriter

from analytics.charts import PALETTES
from analytics.model.count_classes import CLASS, label_of
from analytics.reports.archive import steady
from analytics.reports.formats import OPTIONS, number_format, printed, sheet_name
from analytics.reports.presentable import native
from analytics.reports.progress.assemble import Content
from analytics.reports.progress.content import KpiRows, Table
from analytics.reports.progress.watch import Watch

_ACCENT = PALETTES["light"].accent
_GRID = PALETTES["light"].grid
_HEAD = 6
"""The row on which a KPI's tables begin."""
_YEARS_AT, _CHART_AT = 5, 10
_MOST_PARTS = 40
_LEAST_ROW = 17
"""Pixels of a row, where the program that opens the workbook makes them low."""
_LINE, _MOST_LINES = 15.5, 26
"""Points of a line of text, and the most lines that a row can hold."""


def as_workbook(content: Content, watch: Watch) -> bytes:
    """The report as a workbook."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        _properties(book, content)
        _Workbook(book, content).write(watch)
    return steady(file.getvalue(), content.basis.moment)


def _properties(book: Any, content: Content) -> None:
    cover = content.cover
    book.set_properties(
        {
            "title": f"{cover.title} – {cover.network}",
            "subject": cover.period,
            "author": cover.network,
            "comments": cover.demo,
            "created": content.basis.moment.replace(tzinfo=None),
        }
    )


class _Workbook:
    """Writes the sheets, one method each."""

    def __init__(self, book: Any, content: Content) -> None:
        self._book, self._content = book, content
        self._language, self._text = content.basis.language, content.basis.text
        add = book.add_format
        self._title = add({"bold": True, "font_size": 16, "font_color": _ACCENT})
        self._bold = add({"bold": True, "valign": "top"})
        head = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": _ACCENT}
        self._head, self._head_right = add(head), add(head | {"align": "right"})
        self._wrapped = add({"text_wrap": True, "valign": "top"})
        apart = {"align": "left", "indent": 1}
        self._head_apart = add(head | apart)
        self._apart = add({"text_wrap": True, "valign": "top"} | apart)
        self._right = add({"align": "right", "valign": "top"})
        self._demo = add({"bold": True, "font_color": "#9A3412"})
        self._muted = add({"font_color": "#52606D", "text_wrap": True, "valign": "top"})

    def write(self, watch: Watch) -> None:
        """All sheets in their order."""
        watch.phase(1.0, len(self._content.kpis) + 1)
        watch.step("sheets")
        names = {rows.kpi.name: sheet_name(f"{rows.kpi.number} {self._label(rows)}") for rows in self._content.kpis}
        tables = [*self._content.tables, self._content.definitions]
        self._cover([*(sheet_name(table.title) for table in self._content.tables), *names.values()])
        for table in tables[:-1]:
            self._plain(table)
        for rows in self._content.kpis:
            watch.step("sheets")
            self._kpi(names[rows.kpi.name], rows)
        self._plain(tables[-1])

    def _cover(self, sheets: Sequence[str]) -> None:
        cover = self._content.cover
        sheet = self._sheet(sheet_name(self._text("report.sheet_cover")))
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 96)
        sheet.write_string(0, 0, cover.title, self._title)
        sheet.write_string(1, 0, cover.network, self._bold)
        sheet.write_string(2, 0, cover.period)
        sheet.write_string(3, 0, cover.demo, self._demo)
        row = 5
        for label, said in cover.facts:
            sheet.write_string(row, 0, label, self._bold)
            sheet.write_string(row, 1, said, self._wrapped)
            row += 1
        sheet.write_string(row + 1, 0, self._text("report.sheet_contents"), self._head)
        link = self._book.get_default_url_format()
        for place, name in enumerate([*sheets, sheet_name(self._content.definitions.title)], start=row + 2):
            quoted = name.replace("'", "''")
            sheet.write_url(place, 0, f"internal:'{quoted}'!A1", link, name)

    def _plain(self, table: Table) -> None:
        """A table of text and numbers."""
        sheet = self._sheet(sheet_name(table.title))
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        for column, heading in enumerate(table.headings):
            look = self._head_apart if _follows_number(table, column) else self._head
            sheet.write_string(0, column, heading, self._head_right if table.numeric[column] else look)
        widths = table.widths or tuple(2 if numeric else 4 for numeric in table.numeric)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, 8 * width)
        for place, row in enumerate([table.headings, *table.rows]):
            lines = max(_lines(said, 7 * width) for said, width in zip(row, widths, strict=True))
            sheet.set_row(place, _LINE * min(lines, _MOST_LINES))
        for place, row in enumerate(table.rows, start=1):
            for column, said in enumerate(row):
                number = table.numbers[place - 1][column] if table.numbers else None
                if number:
                    sheet.write_number(place, column, number[0], self._number(number[1]))
                else:
                    look = self._apart if _follows_number(table, column) else self._wrapped
                    sheet.write_string(place, column, said, self._right if table.numeric[column] else look)
        sheet.freeze_panes(1, 1)

    def _kpi(self, name: str, rows: KpiRows) -> None:
        """Label and definition, the values by quarter and by year, their parts beneath, charts beside them."""
        sheet, kpi, code = self._sheet(name), rows.kpi, self._language.code
        sheet.set_landscape()
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, _CHART_AT - 1, 12)
        sheet.write_string(0, 0, f"{kpi.number}  {self._label(rows)}", self._title)
        sheet.merge_range(1, 0, 1, _CHART_AT + 8, kpi.definition.in_(code), self._wrapped)
        sheet.set_row(1, 32)
        notes = [self._text(f"report.measured_{kpi.measured}"), self._text("report.sheet_empty")]
        if kpi.near:
            notes.append(self._text("kpis.near", indicator=kpi.near))
        sheet.merge_range(2, 0, 2, _CHART_AT + 8, " ".join(notes), self._muted)
        sheet.set_row(2, 32)
        sheet.write_string(3, 0, self._content.cover.demo, self._demo)
        if rows.lacks_data:
            sheet.write_string(_HEAD - 1, 0, self._text("kpis.no_data"))
            return
        last = self._series(sheet, name, rows.quarters, 0, rows)
        self._series(sheet, name, rows.years, _YEARS_AT, rows)
        self._line(sheet, name, rows, len(rows.quarters))
        place = max(last, _HEAD + 18) + 2
        for by, parts in rows.parts.items():
            if len(parts):
                place = self._parts(sheet, name, by, parts, place, rows)

    def _series(self, sheet: Any, name: str, frame: pd.DataFrame, column: int, rows: KpiRows) -> int:
        """A row per period; a value that is not defined leaves its cell empty. Gives the last row."""
        is_ratio = bool(frame["denominator"].notna().any())
        columns = ["value", "numerator", "denominator"] if is_ratio else ["value"]
        headings = [self._text(f"columns.{word}") for word in ("period", *columns)]
        self._row_of(sheet, _HEAD - 1, headings[:1], self._head, column)
        self._row_of(sheet, _HEAD - 1, headings[1:], self._head_right, column + 1)
        formats = [self._number(rows.kpi.unit), self._number("count"), self._number("count")]
        for place, row in enumerate(frame.to_dict("records"), start=_HEAD):
            sheet.write_string(place, column, self._language.period(str(row["period"])))
            for offset, part in enumerate(columns, start=1):
                self._value(sheet, place, column + offset, row[part], formats[offset - 1])
        return _HEAD + len(frame)

    def _line(self, sheet: Any, name: str, rows: KpiRows, count: int) -> None:
        if not rows.quarters["value"].notna().any():
            return
        chart = self._book.add_chart({"type": "line"})
        chart.add_series(
            {
                "name": self._label(rows),
                "categories": [name, _HEAD, 0, _HEAD + count - 1, 0],
                "values": [name, _HEAD, 1, _HEAD + count - 1, 1],
                "line": {"color": _ACCENT, "width": 2.25},
                "marker": {"type": "circle", "size": 6, "fill": {"color": _ACCENT}, "border": {"color": _ACCENT}},
            }
        )
        chart.show_blanks_as("gap")
        self._finish(chart, rows, self._label(rows))
        chart.set_x_axis({"num_font": {"rotation": -45}})
        alt = self._text("report.sheet_line_alt", kpi=self._label(rows))
        sheet.insert_chart(_HEAD - 1, _CHART_AT, chart, {"description": alt, "object_position": 3})

    def _parts(self, sheet: Any, name: str, by: str, parts: pd.DataFrame, top: int, rows: KpiRows) -> int:
        """A row per part, a column per year, bars of the last one where it has numbers. Gives the row beneath."""
        years = list(dict.fromkeys(parts["period"]))
        segments = list(dict.fromkeys(parts["segment"]))[:_MOST_PARTS]
        sheet.write_string(top, 0, self._text(f"report.sheet_parts_{by}"), self._bold)
        self._row_of(sheet, top + 1, [self._text(f"kpis.split_{by}")], self._head)
        self._row_of(sheet, top + 1, [str(year) for year in years], self._head_right, 1)
        cells = {(row["segment"], row["period"]): row for row in parts.to_dict("records")}
        number = self._number(rows.kpi.unit)
        for place, segment in enumerate(segments, start=top + 2):
            sheet.write_string(place, 0, str(segment))
            for column, year in enumerate(years, start=1):
                row = cells[segment, year]
                if f"value{CLASS}" in row:
                    told = label_of(row[f"value{CLASS}"], self._language)
                    sheet.write_string(place, column, told, self._right)
                else:
                    self._value(sheet, place, column, row["value"], number)
        bottom = top + 2 + len(segments)
        if any(cells[segment, years[-1]]["value"] > 0 for segment in segments):
            self._bars(sheet, name, (top + 2, bottom - 1, len(years)), rows, f"{self._label(rows)}, {years[-1]}")
        return max(bottom, top + -(-_height(len(segments)) // _LEAST_ROW)) + 2

    def _bars(self, sheet: Any, name: str, span: tuple[int, int, int], rows: KpiRows, title: str) -> None:
        """Bars of one column's rows."""
        first, last, column = span
        unit = number_format(rows.kpi.unit, self._language)
        chart = self._book.add_chart({"type": "bar"})
        chart.add_series(
            {
                "name": title,
                "categories": [name, first, 0, last, 0],
                "values": [name, first, column, last, column],
                "fill": {"color": _ACCENT},
                "gap": 45,
                "data_labels": {"value": True, "num_format": unit},
            }
        )
        self._finish(chart, rows, title)
        chart.set_y_axis({"reverse": True, "major_gridlines": {"visible": False}})
        chart.set_x_axis(
            {
                "num_format": number_format(rows.kpi.unit, self._language, short=True),
                "min": 0,
                "label_position": "high",
                "major_gridlines": {"visible": True, "line": {"color": _GRID}},
            }
        )
        chart.set_size({"width": 640, "height": _height(last - first + 1)})
        alt = self._text("report.sheet_bars_alt", kpi=title)
        sheet.insert_chart(first - 2, max(_CHART_AT, column + 2), chart, {"description": alt, "object_position": 3})

    def _finish(self, chart: Any, rows: KpiRows, title: str) -> None:
        chart.set_title({"name": title, "name_font": {"size": 12, "bold": True, "color": "#1F2933"}, "overlay": False})
        chart.set_legend({"none": True})
        unit = number_format(rows.kpi.unit, self._language, short=True)
        chart.set_y_axis({"num_format": unit, "major_gridlines": {"visible": True, "line": {"color": _GRID}}})
        chart.set_size({"width": 640, "height": 320})

    def _value(self, sheet: Any, row: int, column: int, cell: object, number: Any) -> None:
        value = native(cell)
        if isinstance(value, int | float):
            sheet.write_number(row, column, value, number)

    def _row_of(self, sheet: Any, row: int, said: Sequence[str], look: Any, column: int = 0) -> None:
        for offset, text in enumerate(said):
            sheet.write_string(row, column + offset, text, look)

    def _number(self, unit: str) -> Any:
        return self._book.add_format({"num_format": number_format(unit, self._language), "valign": "top"})

    def _label(self, rows: KpiRows) -> str:
        return rows.kpi.label.in_(self._language.code)

    def _sheet(self, name: str) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 1)
        cover = self._content.cover
        sheet.set_header(f"&L{printed(cover.title)}&R{printed(cover.demo)}")
        sheet.set_footer(f"&L{printed(cover.footer)}&R&P / &N")
        return sheet


def _lines(said: str, letters: float) -> int:
    """How many lines a text takes where so many letters stand in one."""
    return max(1, len(wrap(said, max(1, int(letters)))))


def _height(bars: int) -> int:
    """Pixels of a chart with so many bars."""
    return max(180, 26 * bars + 90)


def _follows_number(table: Table, column: int) -> bool:
    """Whether text would begin right where a number ends."""
    return column > 0 and table.numeric[column - 1] and not table.numeric[column]
