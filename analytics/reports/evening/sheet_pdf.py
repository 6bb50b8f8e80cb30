"""The sheet of introductions on paper: A4, in letters that can be read in the hand and in dim light."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from analytics.language import Language
from analytics.reception.sheet import Guest, Sheet
from analytics.reception.sheet_words import about, coming, kind_of, wanting, why
from analytics.reports.evening.marks import Marks
from analytics.reports.typesetting import typeset

_PAGE = Path(__file__).with_name("sheet.typ")


def sheet_as_pdf(sheet: Sheet, marks: Marks, language: Language, moment: datetime) -> bytes:
    """The sheet as PDF."""
    return typeset(_PAGE, _told(sheet, marks, language), moment)


def _told(sheet: Sheet, marks: Marks, language: Language) -> dict[str, Any]:
    """What ``sheet.typ`` reads."""
    text = language.text
    return {
        "title": text("evening.sheet_title"),
        "event": sheet.evening.title,
        "when": marks.when,
        "coming": coming(sheet, language) if sheet.guests else "",
        "read": text("evening.sheet_read") if sheet.guests else text("evening.sheet_nobody"),
        "day": text("evening.sheet_day", date=language.date(sheet.day)),
        "internal": text("evening.sheet_internal"),
        "demo": marks.demo,
        "footer": marks.footer,
        "language": language.code,
        "words": {"page": text("report.word_page"), "of": text("report.word_of")},
        "guests": [_guest(guest, language) for guest in sheet.guests],
        "fewer": text("evening.sheet_fewer"),
        "served": text("evening.sheet_all_served") if sheet.guests and not sheet.in_want else "",
        "wanting": wanting(sheet, language),
    }


def _guest(guest: Guest, language: Language) -> Mapping[str, Any]:
    return {
        "name": guest.name,
        "about": about(guest, language),
        "to": [
            {
                "name": introduction.name,
                "kind": kind_of(introduction.kind, language),
                "why": why(introduction, language),
            }
            for introduction in guest.introductions
        ],
    }
