"""Files brought in through the browser: the same import as on the command line."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analytics.intake.importing import Report, import_files
from analytics.language import Language
from analytics.language.language import UNDEFINED
from analytics.model import TABLES
from analytics.store import Store
from analytics.warehouse import View, build
from pages.access.visitor import require, writer
from pages.intake.templates import templates
from pages.parts.escape_markdown import escape_markdown

_ENDINGS = ["csv", "tsv", "txt", "xlsx", "yaml", "yml"]
_SHOWN = 500


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
        pressed = st.form_submit_button(language.text("intake.import"), icon=":material/upload:")
    if pressed and not files:
        st.warning(language.text("intake.no_files"), icon=":material/info:")
    elif pressed:
        with st.spinner(language.text("intake.importing")):
            st.session_state["import_report"] = _import(store, files, only_check, bool(replace_demo))
        st.rerun()
    report = st.session_state.get("import_report")
    if report is not None:
        _answer(report, language)


def _import(store: Store, files: Sequence[UploadedFile], only_check: bool, replace_demo: bool) -> Report:
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
        report = import_files(store, paths, dry_run=True)
        if only_check or not report.tables:
            return report
        if replace_demo:
            for entry in store.active():
                if entry.is_demo:
                    store.undo(entry.batch, writer())
        report = import_files(store, paths, who=writer())
    build(store)
    return report


def _answer(report: Report, language: Language) -> None:
    rows = report.rows
    account = {"n": rows.read, "read": rows.read, "accepted": rows.accepted, "rejected": rows.rejected}
    sentence = escape_markdown(language.text("imports.rows", **account))
    if report.rejections and not report.tables:
        st.error(f"{sentence} {escape_markdown(language.text('intake.nothing_changed'))}", icon=":material/error:")
    elif report.rejections:
        st.warning(sentence, icon=":material/rule:")
    else:
        st.success(sentence, icon=":material/check_circle:")
    tables = {TABLES[name].label.in_(language.code): count for name, count in report.tables.items()}
    if tables:
        counted = ", ".join(f"{label}: {language.number(count)}" for label, count in tables.items())
        st.markdown(escape_markdown(language.text("intake.new_rows", tables=counted)))
    for (table, column), count in report.unassigned.items():
        st.markdown(escape_markdown(language.text("imports.unassigned", n=count, table=table, column=column)))
    if report.rejections:
        listed = pd.DataFrame(
            {
                language.text("intake.file"): [found.file for found in report.rejections],
                language.text("intake.line"): [_or_dash(found.line) for found in report.rejections],
                language.text("intake.column"): [_or_dash(found.column) for found in report.rejections],
                language.text("intake.reason"): [found.reason(language.code) for found in report.rejections],
            }
        )
        st.dataframe(listed.head(_SHOWN), hide_index=True, alt=language.text("intake.rejections"))
        if len(listed) > _SHOWN:
            st.caption(language.text("intake.more_rejections", n=len(listed) - _SHOWN))


def _or_dash(value: object) -> str:
    return UNDEFINED if value is None else str(value)
