"""What the last import asked, each with a field in which it can be answered when the files come again."""

from dataclasses import dataclass

import streamlit as st

from analytics.intake.report import Report
from analytics.language import Language
from analytics.model.limits import MOST_MEMBERS
from analytics.reception.evening import evenings
from analytics.warehouse import View
from analytics.warehouse.distinct_readings import DECIMALS, Decimal


@dataclass(frozen=True)
class Answers:
    """``allow_large`` takes cooperations of very many members; None where nothing was asked, or answered."""

    allow_large: bool = False
    decimal: Decimal | None = None
    event: str | None = None


def answers(report: Report | None, view: View | None, language: Language) -> Answers:
    """Fields for what ``report`` asked, and what stands in them; none where it asked nothing."""
    if report is None:
        return Answers()
    return Answers(
        allow_large=report.asks_about("large_cooperation")
        and st.checkbox(language.text("intake.allow_large", most=MOST_MEMBERS), key="upload_allow_large"),
        decimal=_decimal(language) if report.asks_about("open_number") else None,
        event=_event(view, language) if report.asks_about("which_event") and view is not None else None,
    )


def _decimal(language: Language) -> Decimal | None:
    return st.radio(
        language.text("intake.decimal"),
        DECIMALS,
        index=None,
        format_func=lambda sign: language.text(f"intake.decimal_{sign}"),
        key="upload_decimal",
    )


def _event(view: View, language: Language) -> str | None:
    known = {evening.event_id: evening for evening in evenings(view)}
    return st.selectbox(
        language.text("intake.event"),
        list(known),
        index=None,
        format_func=lambda event: f"{language.date(known[event].starts_on)} · {known[event].title}",
        placeholder=language.text("intake.event_choose"),
        key="upload_event",
    )
