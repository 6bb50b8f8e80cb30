"""A table that nobody knows, shown as it stands, with a field for what its rows and each of its columns mean."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.intake.headers import spelling
from analytics.intake.mapping import ColumnMapping
from analytics.intake.proposal import Proposal, ProposedColumn, propose
from analytics.intake.sheet import HeaderAt, Sheet
from analytics.intake.vocabulary import SUBJECTS, meaning, subject_label, vocabulary
from analytics.language import Language
from analytics.model import TABLES
from pages.parts.escape_markdown import escape_markdown

_LONGEST = 60


def header_of(sheet: Sheet, language: Language) -> HeaderAt:
    """The sheet's first rows as they stand, and where somebody says that its header is."""
    rows = sheet.start.rows
    lines = [line for line, _ in rows]
    width = max(len(row) for _, row in rows)
    st.caption(language.text("meanings.as_it_stands"))
    shown = pd.DataFrame([[*row, *[""] * (width - len(row))] for _, row in rows], index=lines)
    shown.columns = [str(number + 1) for number in range(width)]
    shown.index.name = language.text("meanings.line")
    st.dataframe(shown, alt=language.text("meanings.as_it_stands"), height=300, key=f"stands_{sheet.label}")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        line = st.selectbox(
            language.text("meanings.header_line"),
            lines,
            index=lines.index(sheet.start.line),
            key=f"header_line_{sheet.label}",
        )
        is_double = st.checkbox(
            language.text("meanings.header_rows"), value=sheet.start.header.rows > 1, key=f"header_rows_{sheet.label}"
        )
    return HeaderAt(line, 2 if is_double else 1)


def mapping_of(sheet: Sheet, known: Sequence[ColumnMapping], language: Language) -> ColumnMapping | None:
    """Fields for what the sheet's rows and columns mean; the mapping once somebody has said it, else None."""
    subjects = [*SUBJECTS, *TABLES]
    subject = st.selectbox(
        language.text("meanings.subject"),
        subjects,
        index=subjects.index(propose(sheet, known=known).subject),
        format_func=lambda name: subject_label(name, language.code),
        key=f"subject_{sheet.label}",
    )
    proposal = propose(sheet, subject, known)
    with st.form(f"columns_{sheet.label}_{subject}"):
        chosen = [
            _meaning(sheet, position, column, subject, language) for position, column in enumerate(proposal.columns)
        ]
        name = st.text_input(language.text("meanings.name"), value=sheet.title, key=f"mapping_name_{sheet.label}")
        pressed = st.form_submit_button(language.text("meanings.take"), icon=":material/check:")
    if not pressed or _has_fault(chosen, subject, language):
        return None
    return _mapping(proposal, chosen, name.strip() or sheet.title)


def _meaning(sheet: Sheet, position: int, column: ProposedColumn, subject: str, language: Language) -> str | None:
    """The name that somebody chose for a column; None where it is left out."""
    names = list(vocabulary(subject))
    because = language.text(f"meanings.why_{column.why}", because=column.because)
    samples = ", ".join(language.text("imports.quoted", value=value[:_LONGEST]) for value in column.samples)
    told = language.text("meanings.samples", samples=samples) if samples else language.text("meanings.no_samples")
    with st.container(gap=None):
        chosen = st.selectbox(
            escape_markdown(language.text("meanings.column", title=column.title)),
            [None, *names],
            index=0 if column.name is None else 1 + names.index(column.name),
            format_func=lambda name: (
                language.text("meanings.leave_out") if name is None else meaning(subject, name, language.code)
            ),
            placeholder=language.text("meanings.leave_out"),
            key=f"meaning_{sheet.label}_{subject}_{position}",
        )
        st.caption(escape_markdown(f"{told} · {because}"))
    return chosen


def _has_fault(chosen: Sequence[str | None], subject: str, language: Language) -> bool:
    """Whether what was chosen says nothing, or one thing twice; then it is said."""
    counts = Counter(name for name in chosen if name)
    twice = [name for name, count in counts.items() if count > 1]
    for name in twice:
        said = language.text("meanings.twice", meaning=meaning(subject, name, language.code))
        st.error(escape_markdown(said), icon=":material/error:")
    if not counts:
        st.error(language.text("meanings.nothing_chosen"), icon=":material/error:")
    return bool(twice) or not counts


def _mapping(proposal: Proposal, chosen: Sequence[str | None], name: str) -> ColumnMapping:
    pairs = list(zip(proposal.columns, chosen, strict=True))
    columns = {name: column.title for column, name in pairs if name}
    meant = {spelling(title) for title in columns.values()}
    return ColumnMapping(
        columns=columns,
        table=None if proposal.subject == "flat" else proposal.subject,
        left_out=tuple(column.title for column, name in pairs if not name and spelling(column.title) not in meant),
        name=name,
    )
