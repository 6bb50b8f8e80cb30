"""What the last import did, in sentences that a phone shows whole."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import pandas as pd
import streamlit as st

from analytics.identity.joining import Joined
from analytics.identity.messages import joined_in_words
from analytics.intake.messages import Message, ignored, noted, rejected, unassigned
from analytics.intake.report import Report
from analytics.intake.sheet import REASON_TITLES
from analytics.language import Language
from analytics.model import TABLES
from analytics.reports import as_csv
from analytics.reports.rejected_file import RejectedFile
from pages.parts.escape_markdown import escape_markdown

_SHOWN = 50
"""Messages on the page; each speaks of all rows of its kind, and the file to take away holds every single one."""


@dataclass(frozen=True)
class Outcome:
    """What an import did: its report, the rejected rows as files, and which organisations were joined after it."""

    report: Report
    rejected: Sequence[RejectedFile] = ()
    joined: Joined = field(default_factory=lambda: Joined(None))


def import_answer(outcome: Outcome, language: Language) -> None:
    """The account of all rows, what is new, what to know of it, what was not read and what was not taken."""
    report = outcome.report
    account(report, language)
    if report.rejections and not report.tables:
        st.markdown(escape_markdown(language.text("intake.nothing_changed")))
    tables = {TABLES[name].label.in_(language.code): count for name, count in report.tables.items()}
    if tables:
        counted = ", ".join(f"{label}: {language.number(count)}" for label, count in tables.items())
        st.markdown(escape_markdown(language.text("intake.new_rows", tables=counted)))
    _joined(outcome.joined, language)
    remarks(report, outcome.rejected, language)


def _joined(joined: Joined, language: Language) -> None:
    """Which organisations count as one now, each with its reasons."""
    if joined.batch is None:
        return
    told, *joins = joined_in_words(joined, language)
    with st.expander(escape_markdown(told), icon=":material/merge:"):
        st.markdown("\n".join(f"- {escape_markdown(sentence)}" for sentence in joins[:_SHOWN]))
        if len(joins) > _SHOWN:
            st.caption(language.text("intake.more_messages", n=len(joins) - _SHOWN))


def account(report: Report, language: Language) -> None:
    """How many rows were read, accepted and rejected."""
    rows = report.rows
    told = {"n": rows.read, "read": rows.read, "accepted": rows.accepted, "rejected": rows.rejected}
    sentence = escape_markdown(language.text("imports.rows", **told))
    if report.rejections and not report.drafted:
        st.error(sentence, icon=":material/error:")
    elif report.rejections:
        st.warning(sentence, icon=":material/rule:")
    else:
        st.success(sentence, icon=":material/check_circle:")


def remarks(report: Report, files: Sequence[RejectedFile], language: Language) -> None:
    """What to know of the rows, what was not read, and what was not taken, each thing once.

    ``files`` hold the rejected rows as they came, to be mended and dropped in again.
    """
    sentences = [*unassigned(report.unassigned, language), *ignored(report.ignored, language)]
    notes = [*_told(noted(report.notes, language), language), *map(escape_markdown, sentences)]
    _listed("intake.notes", notes, language)
    _listed("intake.rejections", _told(rejected(report.rejections, language), language), language)
    if report.rejections:
        with st.container(horizontal=True):
            for number, file in enumerate(files):
                _offer(number, file, language)
            _take_away(report, language)
    if files:
        st.caption(escape_markdown(language.text("intake.mend", title=REASON_TITLES[language.code])))


def _told(messages: Sequence[Message], language: Language) -> list[str]:
    return [f"**{escape_markdown(message.place(language))}:** {escape_markdown(message.text)}" for message in messages]


def _listed(title: str, sentences: Sequence[str], language: Language) -> None:
    """The sentences, each an item of a list, under a title that says what they are."""
    if not sentences:
        return
    with st.container(border=True):
        st.caption(escape_markdown(language.text(title)))
        st.markdown("\n".join(f"- {sentence}" for sentence in sentences[:_SHOWN]))
        if len(sentences) > _SHOWN:
            st.caption(language.text("intake.more_messages", n=len(sentences) - _SHOWN))


def _offer(number: int, file: RejectedFile, language: Language) -> None:
    st.download_button(
        escape_markdown(language.text("intake.rejected_rows", file=file.name)),
        file.content,
        file.name,
        file.media_type,
        key=f"rejected_{number}",
        on_click="ignore",
        icon=":material/assignment_return:",
    )


def _take_away(report: Report, language: Language) -> None:
    """Every rejected row with its reason, to be mended in the file."""
    rows = pd.DataFrame(
        {
            language.text("intake.file"): [found.file for found in report.rejections],
            language.text("intake.line"): [found.line for found in report.rejections],
            language.text("intake.column"): [found.label(language.code) for found in report.rejections],
            language.text("intake.reason"): [found.reason(language.code) for found in report.rejections],
        }
    )
    st.download_button(
        language.text("intake.every_rejection"),
        partial(as_csv, rows, language),
        f"{language.text('intake.rejections_file')}.csv",
        "text/csv",
        key="rejections_csv",
        on_click="ignore",
        icon=":material/download:",
    )
