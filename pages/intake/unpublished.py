"""What the store holds and the figures do not yet."""

import streamlit as st

from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import View, build
from pages.access.visitor import require


def unpublished(store: Store, view: View | None, language: Language) -> None:
    """Say that decisions are not in the figures yet, and the way to bring them there."""
    shown = {entry.batch for entry in view.ledger} if view is not None else set()
    waiting = shown ^ {entry.batch for entry in store.active()}
    if not waiting:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(language.text("review.waiting", n=len(waiting)), icon=":material/hourglass_top:")
        if st.button(language.text("review.publish"), icon=":material/publish:", key="review_publish"):
            require("management")
            with st.spinner(language.text("review.publishing")):
                build(store)
            st.rerun()
