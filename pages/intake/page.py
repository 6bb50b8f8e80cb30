"""What data do we have, how good is it, bring in more."""

import streamlit as st

from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import View
from pages.intake.completeness import completeness_of
from pages.intake.contradictions import contradictions_of
from pages.intake.ledger import ledger
from pages.intake.upload import upload


def show_without_scope(view: View | None, language: Language) -> None:
    """Upload, what does not fit together, what the data lacks, and the ledger of all that came in."""
    store = Store()
    st.title(language.text("intake.question"), anchor=False)
    upload(store, view, language)
    if view is not None and not view.is_empty:
        contradictions_of(view, language)
        completeness_of(view, language)
    ledger(store, language)
