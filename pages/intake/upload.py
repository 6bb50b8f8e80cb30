"""Files brought in through the browser: dropped, looked at, and imported by one click, or not at all."""

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analytics.errors import DashboardError
from analytics.identity.publishing import join_and_build
from analytics.intake.hints import Hints
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import View
from pages.access.visitor import require, writer
from pages.intake.asked import said_of
from pages.intake.bringing import Bringing
from pages.intake.import_answer import Outcome, import_answer
from pages.intake.library import library
from pages.intake.mapped import mapped
from pages.intake.preview import preview
from pages.intake.templates import templates
from pages.intake.watched import watched_note
from pages.parts.escape_markdown import escape_markdown

_ENDINGS = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "yaml", "yml"]
OUTCOME, _BRINGING, _ROUND = "import_outcome", "bringing", "upload_round"
_AT_ONCE = 1.0
"""Seconds that a visitor waits without a word: most files are checked within."""


def upload(store: Store, view: View | None, language: Language) -> None:
    """Where files are dropped, what they would do, and what the last import did."""
    st.header(language.text("intake.upload"), anchor=False)
    st.markdown(escape_markdown(language.text("intake.upload_help")))
    watched_note(language)
    templates(language)
    turn = st.session_state.setdefault(_ROUND, 0)
    with st.container(key=f"upload_files_{language.code}"):
        files = st.file_uploader(
            language.text("intake.files"), type=_ENDINGS, accept_multiple_files=True, key=f"upload_{turn}"
        )
    if files:
        st.session_state.pop(OUTCOME, None)  # what was said of files before does not hold of these
        _bring(store, view, files, language)
        return
    _let_go()
    if outcome := st.session_state.get(OUTCOME):
        import_answer(outcome, language)
    library(store, language)


def _bring(store: Store, view: View | None, files: Sequence[UploadedFile], language: Language) -> None:
    """Show what the files would do, once it is known; import them when that is wished."""
    require("management")
    bringing: Bringing | None = st.session_state.get(_BRINGING)
    if bringing is None or bringing.files != tuple(files):
        _let_go()
        bringing = st.session_state[_BRINGING] = Bringing(store, files, Hints(), ())
    replaces = _replaced(store, view, language)
    if not bringing.wait(_AT_ONCE):
        _wait(bringing, language)
        return
    header_at, is_mapped = mapped(bringing, store, language)
    said = said_of(bringing, None if replaces else view, language)
    wished = (said, frozenset(replaces), header_at)
    if is_mapped or wished != (bringing.said, bringing.replaces, bringing.header_at):
        bringing.again(said, replaces, header_at)
        st.rerun()
    if bringing.error is not None:
        st.error(escape_markdown(bringing.error.message(language.code)), icon=":material/error:")
        return
    preview(bringing, view, language)
    with st.container(horizontal=True):
        if st.button(
            language.text("intake.import"),
            type="primary",
            icon=":material/upload:",
            disabled=not bringing.would_change,
        ):
            _import(store, bringing, language)
        if st.button(language.text("intake.discard"), icon=":material/close:"):
            _end()


def _replaced(store: Store, view: View | None, language: Language) -> list[str]:
    """The demo's batches, where it is to make room."""
    if view is None or not view.is_demo:
        return []
    wished = st.checkbox(language.text("intake.replace_demo"), value=True, key="replace_demo")
    return [entry.batch for entry in store.active() if entry.is_demo] if wished else []


@st.fragment(run_every=0.5)
def _wait(bringing: Bringing, language: Language) -> None:
    """How far the check has come, and the way to stop it."""
    if bringing.is_checked():
        st.rerun()
    progress = bringing.progress
    words = language.text(f"intake.step_{progress.step}", done=progress.done + 1, total=progress.total)
    st.progress(progress.done / progress.total if progress.total else 0.0, text=escape_markdown(words))
    if st.button(language.text("intake.stop"), icon=":material/stop_circle:"):
        _end()


def _import(store: Store, bringing: Bringing, language: Language) -> None:
    """Publish the batch as it was shown; where the store has changed meanwhile, show it anew."""
    require("management")
    assert bringing.prepared is not None
    if not bringing.prepared.holds(store):
        st.session_state["bringing_said"] = "intake.store_changed"
        bringing.again(bringing.said, bringing.replaces, bringing.header_at)
        st.rerun()
    with st.spinner(language.text("intake.importing")):
        try:
            rejected = bringing.rejected(language)
            report = bringing.publish(writer())
            joined = join_and_build(store, language)
        except DashboardError as error:
            st.error(escape_markdown(error.message(language.code)), icon=":material/error:")
            return
    _end(Outcome(report, rejected, joined))


def _let_go() -> None:
    """Forget the files that are on their way; nothing of them stays."""
    if (bringing := st.session_state.pop(_BRINGING, None)) is not None:
        bringing.stop()


def _end(outcome: Outcome | None = None) -> None:
    """Clear the field for files and begin the page anew, with what the import did."""
    _let_go()
    st.session_state[_ROUND] += 1
    if outcome is not None:
        st.session_state[OUTCOME] = outcome
    st.rerun()
