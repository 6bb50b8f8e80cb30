"""Papers of an evening: the sheet of introductions before it, the summary after it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.reception.sheet import Sheet
from analytics.reception.summary import Summary
from analytics.reports.evening.marks import Marks
from analytics.reports.evening.sheet_pdf import sheet_as_pdf
from analytics.reports.evening.sheet_workbook import sheet_as_workbook
from analytics.reports.evening.summary_pdf import summary_as_pdf
from analytics.reports.evening.summary_text import summary_as_docx, summary_as_markdown
from analytics.warehouse import View

_SHEETS: Mapping[str, Callable[[Sheet, Marks, Language, datetime], bytes]] = {
    "pdf": sheet_as_pdf,
    "xlsx": sheet_as_workbook,
}
_SUMMARIES: Mapping[str, Callable[[Summary, Marks, Language, datetime], bytes]] = {
    "pdf": summary_as_pdf,
    "docx": summary_as_docx,
    "md": summary_as_markdown,
}
SHEET_FORMATS = tuple(_SHEETS)
"""What the sheet of introductions can be."""
SUMMARY_FORMATS = tuple(_SUMMARIES)
"""What the summary can be: a page, or a text to be edited."""
SUMMARY_AUDIENCES = ("public", "management")
"""Whom summaries are made for; a newsletter is for the public."""


def introductions_sheet(view: View, event_id: str, kind: str, *, language: Language, moment: datetime) -> bytes:
    """The sheet of introductions for the guests of a planned event, as a file of ``kind``.

    It is for hosts and holds names, so it is made from the management's view only. ``moment`` (UTC) is the time stamp:
    the same snapshot gives the same bytes but for it. Raises QuestionError for an unknown event or kind, for one that
    is not planned, and for other audiences.
    """
    _check(kind, SHEET_FORMATS)
    sheet = Sheet.of(view, event_id)
    return sheet_file(sheet, view, kind, language=language, moment=moment)


def sheet_file(sheet: Sheet, view: View, kind: str, *, language: Language, moment: datetime) -> bytes:
    """The same of a sheet that is there already, made from ``view``."""
    _check(kind, SHEET_FORMATS)
    return _SHEETS[kind](sheet, Marks.of(view, sheet.evening, language), language, moment)


def evening_summary(view: View, event_id: str, kind: str, *, language: Language, moment: datetime) -> bytes:
    """The summary of a held event as a file of ``kind``, as the view's audience may read it.

    ``moment`` (UTC) is the time stamp. Raises QuestionError for an unknown event or kind, or one that was not held.
    """
    _check(kind, SUMMARY_FORMATS)
    summary = Summary.of(view, event_id)
    return _SUMMARIES[kind](summary, Marks.of(view, summary.evening, language), language, moment)


def _check(kind: str, known: tuple[str, ...]) -> None:
    if kind not in known:
        raise QuestionError("unknown_report_format", format=kind, known=", ".join(known))


__all__ = [
    "SHEET_FORMATS",
    "SUMMARY_AUDIENCES",
    "SUMMARY_FORMATS",
    "evening_summary",
    "introductions_sheet",
    "sheet_file",
]
