"""The free words of an evening's feedback: read by the management before anybody else does."""

import streamlit as st

from analytics.errors import DashboardError
from analytics.language import Language
from analytics.reception.evening import Evening
from analytics.reception.feedback import LONGEST_WORD, Word, discard, release, words_waiting
from analytics.store import Store
from pages.access.visitor import may_write, require
from pages.parts.escape_markdown import escape_markdown


def evening_words(language: Language, evening: Evening) -> None:
    """The words that wait, each to be released as it is or mended, or deleted; nothing where none waits."""
    if not may_write():
        return
    waiting = words_waiting(Store(), evening.event_id)
    if not waiting:
        return
    st.subheader(language.text("evening.words", n=len(waiting)), anchor=False)
    st.caption(escape_markdown(language.text("evening.words_read")))
    for word in waiting:
        _word(word, language, evening)


def _word(word: Word, language: Language, evening: Evening) -> None:
    with st.container(border=True):
        text = st.text_area(
            language.text("evening.word"),
            word.text,
            max_chars=LONGEST_WORD,
            key=f"word_{word.answer}",
            label_visibility="collapsed",
        )
        with st.container(horizontal=True):
            if st.button(
                language.text("evening.word_release"),
                icon=":material/check:",
                key=f"release_{word.answer}",
                disabled=not text.strip(),
            ):
                _released(word, text, language, evening)
            if st.button(language.text("evening.word_discard"), icon=":material/delete:", key=f"discard_{word.answer}"):
                require("management")
                discard(Store(), evening.event_id, word.answer)
                st.rerun()


def _released(word: Word, text: str, language: Language, evening: Evening) -> None:
    require("management")
    try:
        with st.spinner(language.text("evening.working")):
            release(Store(), evening.event_id, word.answer, text)
    except DashboardError as error:
        st.error(escape_markdown(error.message(language.code)), icon=":material/error:")
        return
    st.rerun()
