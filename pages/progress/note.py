"""Why a target departs from its path, and what is planned: written down by the management."""

import streamlit as st

from analytics.kpis import Achievement
from analytics.kpis.path_entry import save_note
from analytics.language.reading import read_day
from analytics.store import Store
from pages.access.visitor import require, writer
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.progress.saved import close_form, is_open, open_form, path_name, settle


def open_note_form(context: PageContext, found: Achievement) -> None:
    """Open the form for a target, filled with its newest note."""
    note = found.note
    st.session_state["note_reason"] = (note.reason if note else None) or ""
    st.session_state["note_measure"] = (note.measure if note else None) or ""
    st.session_state["note_day"] = context.language.date(found.day)
    open_form(f"note_{path_name(found.path)}")


def note_form(context: PageContext, found: Achievement) -> None:
    """The form, as a window over the page, where it is open for this target."""
    if not is_open(f"note_{path_name(found.path)}"):
        return
    label = found.path.kpi.label.in_(context.language.code)

    @st.dialog(escape_markdown(f"{context.text('progress.write_note')}: {label}"), width="large", on_dismiss=close_form)
    def window() -> None:
        reason = st.text_area(context.text("progress.reason"), key="note_reason")
        measure = st.text_area(context.text("progress.measure"), key="note_measure")
        as_of, form = context.text("progress.as_of_day"), context.text("progress.day_form")
        day = st.text_input(as_of, key="note_day", placeholder=form)
        if st.button(context.text("progress.save"), type="primary", key="note_save"):
            _save(context, found, reason, measure, day)

    window()


def _save(context: PageContext, found: Achievement, reason: str, measure: str, day: str) -> None:
    written_on = read_day(day, context.language)
    if written_on is None:
        field = context.text("progress.as_of_day")
        st.error(
            escape_markdown(context.text("progress.fault_day", field=field, value=day.strip())), icon=":material/error:"
        )
    elif written_on > found.day:
        said = {"date": context.language.date(written_on), "until": context.language.date(found.day)}
        st.error(escape_markdown(context.text("progress.fault_later", **said)), icon=":material/error:")
    elif not (reason.strip() or measure.strip()):
        st.error(escape_markdown(context.text("progress.fault_empty_note")), icon=":material/error:")
    else:
        require("management")
        store = Store()
        title = context.text("progress.batch_note", kpi=found.path.kpi.label.in_(context.language.code))
        report = save_note(store, found.path, written_on, reason, measure, title=title, who=writer())
        settle(context, store, report, "saved", title)
