"""Files brought in through the browser: dropped, looked at, and imported by one click, or not at all."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analytics.errors import DashboardError
from analytics.identity.publishing import join_and_build
from analytics.intake.demo import demo_batches
from analytics.intake.hints import Hints
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import View
from pages.access.visitor import require, writer
from pages.intake.import_answer import Outcome, import_answer
from pages.intake.import_session import ImportSession
from pages.intake.library import library
from pages.intake.preview import preview
from pages.intake.questions import answers
from pages.intake.templates import templates
from pages.intake.unknown_sheets import unknown_sheets
from pages.intake.watched import watched_note
from pages.parts.escape_markdown import escape_markdown

_ENDINGS = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "yaml", "yml"]
OUTCOME, _SESSION, _ROUND = "import_outcome", "import_session", "upload_round"
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
    session: ImportSession | None = st.session_state.get(_SESSION)
    if session is None or session.files != tuple(files):
        _let_go()
        session = st.session_state[_SESSION] = ImportSession(store, files, Hints(), ())
    replaces = _replaced(store, view, language)
    if not session.asks and not session.wait(_AT_ONCE):
        _wait(session, language)
        return
    # What was asked is asked while another check runs, too: Streamlit forgets what a field says that is not shown.
    given, asked = session.given, {reason: set(sheets) for reason, sheets in session.asks.items()}
    header_at, is_mapped = unknown_sheets(session, store, language)
    hints = answers(session, None if replaces else view, language)
    wished = (hints, frozenset(replaces), header_at)
    if is_mapped or wished != (session.hints, session.replaces, session.header_at):
        session.again(hints, replaces, header_at)
        st.rerun()
    if not session.wait(_AT_ONCE):
        _wait(session, language)
        return
    if session.given is not given or session.asks != asked:
        st.rerun()
    if session.error is not None:
        st.error(escape_markdown(session.error.message(language.code)), icon=":material/error:")
        return
    preview(session, language)
    with st.container(horizontal=True):
        if st.button(
            language.text("intake.import"),
            type="primary",
            icon=":material/upload:",
            disabled=not session.would_change,
        ):
            _import(store, session, language)
        if st.button(language.text("intake.discard"), icon=":material/close:"):
            _end()


def _replaced(store: Store, view: View | None, language: Language) -> list[str]:
    """The demo's batches, where it is to make room."""
    if view is None or not view.is_demo:
        return []
    wished = st.checkbox(language.text("intake.replace_demo"), value=True, key="replace_demo")
    return demo_batches(store) if wished else []


@st.fragment(run_every=0.5)
def _wait(session: ImportSession, language: Language) -> None:
    """How far the check has come, and the way to stop it."""
    if session.is_checked():
        st.rerun()
    progress = session.progress
    words = language.text(f"intake.step_{progress.step}", done=progress.done + 1, total=progress.total)
    st.progress(progress.done / progress.total if progress.total else 0.0, text=escape_markdown(words))
    if st.button(language.text("intake.stop"), icon=":material/stop_circle:"):
        _end()


def _import(store: Store, session: ImportSession, language: Language) -> None:
    """Publish the batch as it was shown; where the store has changed meanwhile, show it anew."""
    require("management")
    assert session.prepared is not None
    if not session.prepared.holds(store):
        st.session_state["import_session_said"] = "intake.store_changed"
        session.again(session.hints, session.replaces, session.header_at)
        st.rerun()
    with st.spinner(language.text("intake.importing")):
        try:
            rejected = session.rejected(language)
            report = session.publish(writer())
            joined = join_and_build(store, report.domains, language)
        except DashboardError as error:
            st.error(escape_markdown(error.message(language.code)), icon=":material/error:")
            return
    _end(Outcome(replace(report, domains={}), rejected, joined))


def _let_go() -> None:
    """Forget the files that are on their way; nothing of them stays."""
    if (session := st.session_state.pop(_SESSION, None)) is not None:
        session.stop()


def _end(outcome: Outcome | None = None) -> None:
    """Clear the field for files and begin the page anew, with what the import did."""
    _let_go()
    st.session_state[_ROUND] += 1
    if outcome is not None:
        st.session_state[OUTCOME] = outcome
    st.rerun()
