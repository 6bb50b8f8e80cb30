"""The summary of an evening as a text to be edited: .docx and Markdown."""

from datetime import datetime

from analytics.language import Language
from analytics.reception import summary_words as words
from analytics.reception.summary import Summary
from analytics.reports.evening.marks import Marks
from analytics.reports.prose import Bullets, Gap, Paragraph, Prose
from analytics.reports.text_files import TextFile, docx_of, markdown_of


def summary_as_docx(summary: Summary, marks: Marks, language: Language, moment: datetime) -> bytes:
    """The summary as a text document; what a person has to add is highlighted."""
    return docx_of(_text(summary, marks, language, moment))


def summary_as_markdown(summary: Summary, marks: Marks, language: Language, moment: datetime) -> bytes:
    """The summary as Markdown in UTF-8."""
    return markdown_of(_text(summary, marks, language, moment))


def _text(summary: Summary, marks: Marks, language: Language, moment: datetime) -> TextFile:
    text = language.text
    return TextFile(
        title=summary.evening.title,
        subtitle=marks.when,
        subject=words.headline(summary, language),
        author=text("report.network_unnamed"),
        demo=marks.demo,
        read=text("evening.edit_read"),
        sections=_sections(summary, language),
        footer=marks.footer,
        language=language,
        moment=moment,
    )


def _sections(summary: Summary, language: Language) -> list[tuple[str, list[Prose]]]:
    text = language.text
    named = words.named(summary, language)
    came = [f"{words.headline(summary, language)}.", *words.guests(summary, language), words.mix(summary, language)]
    after: list[Prose] = [Paragraph(" ".join(words.later_sentences(summary, language)))]
    after += [Paragraph(text("evening.later_caution"))] if summary.later else []
    return [
        (
            text("evening.summary_guests"),
            [Paragraph(" ".join(filter(None, came))), Gap(text("evening.gap_topic"))],
        ),
        (
            text("evening.summary_feedback"),
            [Paragraph(words.feedback(summary, language)), Gap(text("evening.gap_quote"))],
        ),
        (
            text("evening.summary_agreed"),
            [Paragraph(words.agreed(summary, language)), *([Bullets(tuple(named))] if named else [])],
        ),
        (
            text("evening.summary_later"),
            [*after, Gap(text("evening.gap_picture"))],
        ),
        ("", [Paragraph(words.whom_for(summary, language))]),
    ]
