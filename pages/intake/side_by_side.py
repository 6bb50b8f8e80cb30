"""Two organisations beside each other: what is known of each, what they would be together, and what speaks for it."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analytics.identity.review import Question, Review
from analytics.language import Language
from analytics.model import ENUMERATIONS, TABLES
from pages.parts.escape_markdown import escape_markdown

_COLUMNS = TABLES["organisations"].by_name
_MOST_LIKELY = 0.99
"""Nothing that is asked is certain."""


def side_by_side(found: Review, question: Question, language: Language) -> None:
    """A table of the facts that are known of either; what both took part in below it."""
    facts = found.side_by_side(question)
    rows = [row for row in facts.to_dict("records") if not _is_empty(row["one"]) or not _is_empty(row["other"])]
    shown = pd.DataFrame(
        {
            language.text(f"review.{column}"): [_value(found, row["fact"], row[column], language) for row in rows]
            for column in ("one", "other", "together")
        },
        index=pd.Index([_fact(row["fact"], language) for row in rows], name=language.text("review.fact")),
    )
    st.table(shown.map(escape_markdown))
    for fact, ids in found.shared(question).items():
        if ids:
            st.caption(escape_markdown(language.text(f"review.shared_{fact}", n=len(ids))))


def reasons(question: Question, language: Language) -> None:
    """How likely the two are one, what speaks for it and against, and why it is asked."""
    score = question.candidate.score
    likelihood = language.percent(min(score.likelihood, _MOST_LIKELY), 0)
    st.caption(escape_markdown(language.text("review.likely", likelihood=likelihood)))
    told = {
        "for": [reason for reason in score.reasons if reason.points > 0],
        "against": [reason for reason in score.reasons if reason.points < 0],
        "doubts": question.doubts,
    }
    for title, found in told.items():
        if found:
            sentences = [escape_markdown(reason.sentence(language)) for reason in found]
            heading = f"**{escape_markdown(language.text(f'review.{title}'))}**"
            st.markdown("\n".join([heading, "", *(f"- {sentence}" for sentence in sentences)]))


def _fact(fact: str, language: Language) -> str:
    return _COLUMNS[fact].label.in_(language.code) if fact in _COLUMNS else language.text(f"review.fact_{fact}")


def _is_empty(value: Any) -> bool:
    return value is None or value == 0


def _value(found: Review, fact: str, value: Any, language: Language) -> str:
    """A fact as people read it."""
    if value is None:
        return "–"
    if fact == "parent_id":
        known = found.held.organisation_of.get(value, value)
        return str(found.held.row_of(known)["name"]) if known in found.held.organisation_of.values() else str(value)
    if isinstance(value, date):
        return language.date(value)
    if isinstance(value, int):
        return language.number(value)
    column = _COLUMNS.get(fact)
    return (
        ENUMERATIONS[column.enumeration].label_of(value, language.code) if column and column.enumeration else str(value)
    )
