"""The forms of the progress page: which one is open, what was just changed by one, and the way back."""

import streamlit as st

from analytics.intake.report import Report
from analytics.kpis import TargetPath
from analytics.store import Store
from analytics.warehouse import build
from pages.access.visitor import may_write, require, writer
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext

_SAVED = "progress_saved"
_OPEN = "progress_form"


def path_name(path: TargetPath) -> str:
    """A name that tells a path from all others."""
    return f"{path.kpi.name}_{path.starts_on}_{path.source or ''}"


def open_form(name: str) -> None:
    """From now on this form is open, over the page, until it is left."""
    st.session_state[_OPEN] = name


def close_form() -> None:
    """No form is open any more."""
    st.session_state.pop(_OPEN, None)


def is_open(name: str) -> bool:
    """Whether this form is the one that is open."""
    return bool(st.session_state.get(_OPEN) == name)


def settle(context: PageContext, store: Store, report: Report, key: str, what: str) -> None:
    """After an edit: say what is wrong with it; or publish it, close the window and remember what there is to undo.

    ``key`` is the sentence's name ("saved", "deleted"), ``what`` what was changed.
    """
    if report.rejections:
        for found in report.rejections:
            st.error(escape_markdown(found.reason(context.language.code)), icon=":material/error:")
    elif report.batch is None:
        st.info(context.text("progress.unchanged"), icon=":material/info:")
    else:
        build(store)
        close_form()
        st.session_state[_SAVED] = (key, what, report.batch)
        st.rerun()


def saved(context: PageContext) -> None:
    """The last change with its undo, until the next one."""
    if _SAVED not in st.session_state or not may_write():
        return
    key, what, batch = st.session_state[_SAVED]
    with st.container(horizontal=True, vertical_alignment="center", key="progress_saved_note"):
        st.success(escape_markdown(context.text(f"progress.{key}", what=what)), icon=":material/check_circle:")
        if batch and st.button(context.text("progress.undo"), icon=":material/undo:", key="progress_undo"):
            require("management")
            store = Store()
            store.undo(batch, writer())
            build(store)
            st.session_state[_SAVED] = ("undone", what, None)
            st.rerun()
