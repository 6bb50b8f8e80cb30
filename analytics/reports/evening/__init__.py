"""Papers of an evening: the sheet of introductions before it, the summary after it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.reception.sheet import Sheet
from analytics.reports.evening.marks import Marks
from analytics.reports.evening.sheet_pdf import sheet_as_pdf
from analytics.reports.evening.sheet_workbook import sheet_as_workbook
from analytics.warehouse import View

_SHEETS: Mapping[str, Callable[[Sheet, Marks, Language, datetime], bytes]] = {
    "pdf": sheet_as_pdf,
    "xlsx": sheet_as_workbook,
}
SHEET_FORMATS = tuple(_SHEETS)
"""What the sheet of introductions can be."""


def introductions_sheet(view: View, event_id: str, kind: str, *, language: Language, moment: datetime) -> bytes:
    """The sheet of introductions for the guests of a planned event, as a file of ``kind``.

    It is for hosts and holds names, so it is made from the management's view only. ``moment`` (UTC) is the time stamp:
    the same snapshot gives the same bytes but for it. Raises QuestionError for an unknown event or kind, for one that
    is not planned, and for other audiences.
    """
    if kind not in _SHEETS:
        raise QuestionError("unknown_report_format", format=kind, known=", ".join(SHEET_FORMATS))
    sheet = Sheet.of(view, event_id)
    if sheet.evening.status != "planned":
        raise QuestionError("unknown_planned_event", event=event_id)
    return _SHEETS[kind](sheet, Marks.of(view, sheet.evening, language), language, moment)


__all__ = ["SHEET_FORMATS", "introductions_sheet"]
