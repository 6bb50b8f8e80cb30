"""Charts that PowerPoint draws itself, with a workbook behind them in which their numbers can be changed."""

from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.slide import Slide
from pptx.util import Emu, Pt

from analytics.language import Language
from analytics.reports.formats import DAYS, OPTIONS, number_format
from analytics.reports.progress.content import NativeChart, Series
from analytics.reports.progress.slide_layouts import Box

_TYPES = {
    "lines": XL_CHART_TYPE.LINE_MARKERS,
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED,
    "shares": XL_CHART_TYPE.COLUMN_STACKED_100,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
}
_PATTERNS = {
    "/": MSO_PATTERN.LIGHT_UPWARD_DIAGONAL,
    ".": MSO_PATTERN.PERCENT_20,
    "-": MSO_PATTERN.DASHED_HORIZONTAL,
    "x": MSO_PATTERN.OUTLINED_DIAMOND,
}
"""Those that LibreOffice fills as PowerPoint does: of thin horizontal lines it would show the gaps only."""
_LATER = {
    "majorUnit": ("majorTimeUnit", "minorUnit", "minorTimeUnit", "extLst"),
    "majorTimeUnit": ("minorUnit", "minorTimeUnit", "extLst"),
}
"""What stands after a setting of a time axis."""

_MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.DIAMOND, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE)
_MANY_BARS, _MONTHS, _LONG = 8, 6, 4 * 366
"""More bars have smaller names; so many months lie between two labels of a time axis, twice as many if it is longer
than so many days."""
_SHORT_DAYS = {"de": "dd.mm.yy", "en": "d mmm yy"}
"""With the day: values are known on the last day of a quarter, beside a label that stands on the next."""

_WHITE = RGBColor(0xFF, 0xFF, 0xFF)
_INK = RGBColor(0x1F, 0x29, 0x33)
_GRID = RGBColor(0xE4, 0xE8, 0xEC)


def add_chart(slide: Slide, chart: NativeChart, box: Box, alt: str, language: Language, moment: datetime) -> None:
    """Put ``chart`` into ``box``; a missing value leaves its place empty."""
    data = CategoryChartData(number_format=number_format(chart.unit, language))
    data.categories = list(chart.categories)
    for series in chart.series:
        data.add_series(series.label, series.values)
    frame = slide.shapes.add_chart(
        _TYPES[chart.form], Emu(box.left), Emu(box.top), Emu(box.width), Emu(box.height), data
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    drawn = frame.chart
    drawn.part.chart_workbook.update_from_xlsx_blob(_workbook(chart, language, moment))
    drawn.font.size = Pt(14)
    drawn.font.color.rgb = _INK
    drawn.has_title = False
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.BOTTOM
        drawn.legend.include_in_layout = False
    _axes(drawn, chart, language)
    for place, (made, series) in enumerate(zip(drawn.plots[0].series, chart.series, strict=True)):
        _dress(made, series, chart.form, place)
    _spacing(drawn.plots[0], chart)
    if chart.form in ("bars", "columns"):
        _write_values(drawn.plots[0], chart, language)


def _axes(drawn: Any, chart: NativeChart, language: Language) -> None:
    value, category = drawn.value_axis, drawn.category_axis
    value.has_title = bool(chart.axis)
    if chart.axis:
        value.axis_title.text_frame.text = chart.axis
        value.axis_title.text_frame.paragraphs[0].font.size = Pt(12)
        value.axis_title.text_frame.paragraphs[0].font.bold = False
    value.major_gridlines.format.line.color.rgb = _GRID
    value.format.line.fill.background()
    written = "0%" if chart.form == "shares" else number_format(chart.unit, language, short=True)
    value.tick_labels.number_format = f"{written};{written}"  # what stands below zero is counted, too
    value.tick_labels.number_format_is_linked = False
    # Names stand at the foot even where columns reach below zero.
    category._element.find("{*}tickLblPos").set("val", "low")
    if all(value is None or value >= 0 for series in chart.series for value in series.values):
        value.minimum_scale = 0
    if chart.form == "bars":
        category.reverse_order = True
        value.tick_label_position = XL_TICK_LABEL_POSITION.HIGH  # at the foot: the order is reversed
        category.tick_labels.font.size = Pt(14 if len(chart.categories) <= _MANY_BARS else 11)
    if chart.categories and isinstance(chart.categories[0], date):
        category.tick_labels.number_format = _SHORT_DAYS[language.code]
        category.tick_labels.number_format_is_linked = False
        first, last = chart.categories[0], chart.categories[-1]
        months = _MONTHS if (last - first).days <= _LONG else 2 * _MONTHS
        for name, said in (("majorUnit", str(months)), ("majorTimeUnit", "months")):
            _tell(category._element, name, said)


def _tell(axis: Any, name: str, said: str) -> None:
    """Set one of the axis's own settings, which stand in a fixed order at its end."""
    found = axis.find(qn(f"c:{name}"))
    if found is None:
        found = OxmlElement(f"c:{name}")
        later = [axis.find(qn(f"c:{other}")) for other in _LATER[name]]
        before = next((element for element in later if element is not None), None)
        axis.append(found) if before is None else before.addprevious(found)
    found.set("val", said)


def _spacing(plot: Any, chart: NativeChart) -> None:
    if chart.form != "lines":
        plot.gap_width = 45
    if chart.form in ("stacked", "shares"):
        plot.overlap = 100


def _write_values(plot: Any, chart: NativeChart, language: Language) -> None:
    """Each value at the end of its bar."""
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.show_value = True
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.number_format = number_format(chart.unit, language)
    labels.number_format_is_linked = False
    labels.font.size = Pt(14 if len(chart.categories) <= _MANY_BARS else 11)


def _dress(made: Any, series: Series, form: str, place: int) -> None:
    """Colour and hatching, or for a line colour, marker and stroke, so that no series is told by its colour alone."""
    colour = RGBColor.from_string(series.colour.removeprefix("#").upper())
    if form == "lines":
        made.smooth = False
        made.format.line.color.rgb = colour
        made.format.line.width = Pt(2.5)
        if series.is_dashed:
            made.format.line.dash_style = MSO_LINE.DASH
        made.marker.style = _MARKERS[place % len(_MARKERS)]
        made.marker.size = 7
        made.marker.format.fill.solid()
        made.marker.format.fill.fore_color.rgb = colour
        made.marker.format.line.color.rgb = colour
        return
    made.invert_if_negative = False
    fill = made.format.fill
    if series.pattern in _PATTERNS:
        fill.patterned()
        fill.pattern = _PATTERNS[series.pattern]
        fill.fore_color.rgb, fill.back_color.rgb = _WHITE, colour
    else:
        fill.solid()
        fill.fore_color.rgb = _WHITE if series.pattern == "open" else colour
    made.format.line.color.rgb = colour if series.pattern == "open" else _WHITE
    made.format.line.width = Pt(0.75)


def _workbook(chart: NativeChart, language: Language, moment: datetime) -> bytes:
    """The numbers behind the chart, at the places that its references name; text stays text."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        book.set_properties({"created": moment})
        sheet = book.add_worksheet("Sheet1")
        number = book.add_format({"num_format": number_format(chart.unit, language)})
        day = book.add_format({"num_format": DAYS[language.code]})
        for row, name in enumerate(chart.categories, start=1):
            if isinstance(name, date):
                sheet.write_datetime(row, 0, datetime(name.year, name.month, name.day), day)
            else:
                sheet.write_string(row, 0, name)
        for column, series in enumerate(chart.series, start=1):
            sheet.write_string(0, column, series.label)
            for row, value in enumerate(series.values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value, number)
    return file.getvalue()
