"""Files brought in through the browser: the same import as on the command line."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analytics.intake.importing import Report, import_files
from analytics.language import Language
from analytics.store import Store
from analytics.warehouse import View, build
from pages.access.visitor import require, writer
from pages.intake.asked import Answers, answers
from pages.intake.import_answer import import_answer
from pages.intake.templates import templates
from pages.parts.escape_markdown import escape_markdown

_ENDINGS = ["csv", "tsv", "txt", "xlsx", "yaml", "yml"]
_REPORT = "import_report"


def upload(store: Store, view: View | None, language: Language) -> None:
    """The form, and what the last import said."""
    st.header(language.text("intake.upload"), anchor=False)
    st.markdown(escape_markdown(language.text("intake.upload_help")))
    templates(language)
    with st.form("upload", clear_on_submit=True):
        files = st.file_uploader(
            language.text("intake.files"),
            type=_ENDINGS,
            accept_multiple_files=True,
            key=f"upload_files_{language.code}",
        )
        only_check = st.checkbox(language.text("intake.only_check"), key="upload_check")
        replace_demo = (
            view is not None and view.is_demo and st.checkbox(language.text("intake.replace_demo"), value=True)
        )
        said = answers(st.session_state.get(_REPORT), view, language)
        pressed = st.form_submit_button(language.text("intake.import"), icon=":material/upload:")
    place = st.empty()
    if pressed:  # what was said of files before does not hold of these
        st.session_state.pop(_REPORT, None)
        place.empty()
    if pressed and not files:
        place.warning(language.text("intake.no_files"), icon=":material/info:")
    elif pressed:
        with place, st.spinner(language.text("intake.importing")):
            st.session_state[_REPORT] = _import(store, files, only_check, said, replace_demo=bool(replace_demo))
        st.rerun()
    if report := st.session_state.get(_REPORT):
        with place.container():
            import_answer(report, language)


def _import(
    store: Store, files: Sequence[UploadedFile], only_check: bool, said: Answers, *, replace_demo: bool
) -> Report:
    """Import the files. The demo region, where it is to go, goes only if something takes its place."""
    require("management")
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, file in enumerate(files):
            own = Path(folder) / str(number)
            own.mkdir()
            path = own / Path(file.name).name
            path.write_bytes(file.getbuffer())
            paths.append(path)
        report = import_files(store, paths, dry_run=True, **vars(said))
        if only_check or not report.tables:
            return report
        demo = [entry.batch for entry in store.active() if entry.is_demo] if replace_demo else []
        undone = [store.undo(batch, writer()).batch for batch in demo]
        report = import_files(store, paths, who=writer(), **vars(said))
        if report.batch is None:  # the files referred to what went: an event of the demo, say
            for batch in undone:
                store.undo(batch, writer())
    build(store)
    return report
