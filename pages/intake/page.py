"""What data do we have, how good is it, bring in more."""

import streamlit as st

from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import View
from pages.intake.completeness import completeness_of
from pages.intake.contradictions import contradictions_of
from pages.intake.ledger import ledger
from pages.intake.review import review_organisations
from pages.intake.upload import upload

_SECTIONS = ("files", "review")


def show_without_scope(view: View | None, language: Language) -> None:
    """Upload, what does not fit together, what the data lacks, and the ledger; or which organisations are one."""
    store = Store()
    st.title(language.text("intake.question"), anchor=False)
    section = st.segmented_control(
        language.text("intake.section"),
        _SECTIONS,
        default=_SECTIONS[0],
        format_func=lambda name: language.text(f"intake.section_{name}"),
        key="data_section",
        label_visibility="collapsed",
        required=True,
    )
    if section == "review":
        review_organisations(store, view, language)
        return
    upload(store, view, language)
    if view is not None and not view.is_empty:
        contradictions_of(view, language)
        completeness_of(view, language)
    ledger(store, language)
