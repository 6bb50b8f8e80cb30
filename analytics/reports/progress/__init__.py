"""The progress report: one content, laid out as PDF, slides, workbook and text."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from analytics.errors import QuestionError
from analytics.language import Language
from analytics.reports.progress.assemble import Content
from analytics.reports.progress.document import as_docx, as_markdown
from analytics.reports.progress.job import Job
from analytics.reports.progress.pdf import as_pdf
from analytics.reports.progress.periods import usual_period
from analytics.reports.progress.slides import as_pptx
from analytics.reports.progress.watch import CancelledError, Watch
from analytics.reports.progress.workbook import as_workbook
from analytics.warehouse import Period, View

_WRITERS: Mapping[str, Callable[[Content, Watch], bytes]] = {
    "pdf": as_pdf,
    "pptx": as_pptx,
    "xlsx": as_workbook,
    "docx": as_docx,
    "md": as_markdown,
}
FORMATS = tuple(_WRITERS)
"""What a report can be: pdf, pptx and xlsx; docx and md hold the draft of the Sachbericht."""
AUDIENCES = ("management", "ministry")
"""Who reports are made for."""


def progress_report(
    view: View,
    kind: str,
    *,
    language: Language,
    moment: datetime,
    period: Period | None = None,
    network: str | None = None,
    template: Path | None = None,
    watch: Watch | None = None,
) -> bytes:
    """The progress report of ``period`` (else the last four quarters) as a file of ``kind``, one of :data:`FORMATS`.

    It says what the view's audience may see, and nothing else. ``moment`` (UTC) is the time stamp: the same snapshot
    gives the same bytes but for it. ``network`` is the network's name, ``template`` a PowerPoint file to build slides
    on. ``watch`` is told how far the work is, and can cancel it. Raises SnapshotError where there is nothing to tell,
    QuestionError for an unknown kind, IntakeError for a template that cannot be used, CancelledError.
    """
    if kind not in _WRITERS:
        raise QuestionError("unknown_report_format", format=kind, known=", ".join(FORMATS))
    watch = watch or Watch()
    content = Content.of(view, period or usual_period(view), language, moment, network, watch)
    write = partial(as_pptx, template=template) if kind == "pptx" else _WRITERS[kind]
    return write(content, watch)


__all__ = [
    "AUDIENCES",
    "FORMATS",
    "CancelledError",
    "Content",
    "Job",
    "Watch",
    "progress_report",
    "usual_period",
]
