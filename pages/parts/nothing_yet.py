"""What stands in a page's place while there is nothing to show on it."""

import streamlit as st

from analytics.language import Language
from analytics.warehouse import View, contents
from pages.access.role import may_see
from pages.access.visitor import role_now
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_links import page_button


def nothing_yet(view: View | None, language: Language) -> None:
    """That there is no data, or what there is and what it lacks; the way to the page of data for whom it is meant."""
    held = None if view is None else contents(view)
    may_bring_in = may_see(role_now(), "intake")
    if held is not None and held.rows:
        told = held.in_words(language)
    else:
        told = language.text("frame.empty" if may_bring_in else "frame.empty_elsewhere")
    st.info(escape_markdown(told), icon=":material/inbox:")
    if may_bring_in:
        page_button("intake", language.text("frame.to_intake"), ":material/upload_file:")
