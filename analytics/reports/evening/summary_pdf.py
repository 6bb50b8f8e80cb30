"""The summary of an evening on one page: the great figures, who came, what was agreed, what came of it."""

from datetime import datetime
from pathlib import Path
from typing import Any

from analytics.charts import PALETTES
from analytics.language import Language
from analytics.reception import summary_words as words
from analytics.reception.sheet_words import kind_of
from analytics.reception.summary import Summary
from analytics.reports.evening.marks import Marks
from analytics.reports.typesetting import typeset

_PAGE = Path(__file__).with_name("summary.typ")


def summary_as_pdf(summary: Summary, marks: Marks, language: Language, moment: datetime) -> bytes:
    """The summary as PDF."""
    return typeset(_PAGE, _told(summary, marks, language), moment)


def _told(summary: Summary, marks: Marks, language: Language) -> dict[str, Any]:
    """What ``summary.typ`` reads."""
    text = language.text
    return {
        "kicker": text("evening.summary_title"),
        "event": summary.evening.title,
        "when": marks.when,
        "headline": words.headline(summary, language),
        "figures": words.figures(summary, language),
        "guests": {"title": text("evening.summary_guests"), "said": words.guests(summary, language)},
        "kinds": [
            {
                "name": kind_of(kind, language),
                "count": count.value,
                "written": count.said(language),
                "colour": PALETTES["light"].kind(kind),
            }
            for kind, count in summary.kinds
        ],
        "feedback": {"title": text("evening.summary_feedback"), "said": [words.feedback(summary, language)]},
        "agreed": {"title": text("evening.summary_agreed"), "said": [words.agreed(summary, language)]},
        "named": words.named(summary, language),
        "later": {
            "title": text("evening.summary_later"),
            "spans": [[text("evening.later_days", n=days), said] for days, said in words.later(summary, language)],
            "said": words.later_sentences(summary, language),
            "caution": text("evening.later_caution") if summary.later else "",
        },
        "whom_for": words.whom_for(summary, language),
        "demo": marks.demo,
        "footer": marks.footer,
        "language": language.code,
    }
