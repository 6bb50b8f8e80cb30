"""A target's path entered or changed by the management."""

from collections.abc import Sequence

import streamlit as st

from analytics.kpis import TargetPath
from analytics.kpis.path_entry import PathEntry, delete_path, read_entry, save_path, typed
from analytics.store import Store
from pages.access.visitor import require, writer
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.progress.saved import close_form, is_open, open_form, path_name, settle
from pages.progress.target_fields import MOST_ROWS, ROWS, TargetFields

_FEWEST = 3
"""Rows of milestones at first."""
_TRIED = "target_tried"
"""Whether the form was to be saved already: from then on it says what is wrong while it is mended."""


def open_path_form(context: PageContext, path: TargetPath | None = None) -> None:
    """Open the form: for a new path, or filled with one that is to be changed."""
    entry = typed(path, context.language) if path else PathEntry("organisations_reached", "", "", "", (), "90", "70")
    filled = {
        "target_kpi": entry.kpi,
        "target_source": entry.source,
        "target_starts_on": entry.starts_on,
        "target_baseline": entry.baseline,
        "target_amber_below": entry.amber_below,
        "target_red_below": entry.red_below,
        ROWS: max(_FEWEST, len(entry.milestones) + 1),
        _TRIED: False,
    }
    for row in range(MOST_ROWS):
        day, value = entry.milestones[row] if row < len(entry.milestones) else ("", "")
        filled |= {f"target_day_{row}": day, f"target_value_{row}": value}
    st.session_state.update(filled)
    open_form(_form_name(path))


def path_form(context: PageContext, paths: Sequence[TargetPath]) -> None:
    """The form, as a window over the page, where it is open; ``paths`` are all that there are."""
    replaced = next((path for path in paths if is_open(_form_name(path))), None)
    if replaced is None and not is_open(_form_name(None)):
        return
    title = "progress.new_path" if replaced is None else "progress.change_path"

    @st.dialog(context.text(title), width="large", on_dismiss=close_form)
    def window() -> None:
        fields = TargetFields(context, is_new=replaced is None)
        with st.container(horizontal=True):
            pressed = st.button(context.text("progress.save"), type="primary", key="target_save")
            if replaced is not None:
                _delete(context, replaced)
        if pressed:
            st.session_state[_TRIED] = True
        if st.session_state.get(_TRIED):
            _read(context, fields, paths, replaced, is_to_be_saved=pressed)

    window()


def _form_name(path: TargetPath | None) -> str:
    return "new_path" if path is None else f"path_{path_name(path)}"


def _read(
    context: PageContext,
    fields: TargetFields,
    others: Sequence[TargetPath],
    replaced: TargetPath | None,
    *,
    is_to_be_saved: bool,
) -> None:
    """Say beside the fields what is wrong with them, and how much it is where the button is; else save."""
    reading = read_entry(fields.entry, context.language, others, replaced)
    fields.say(reading.faults)
    if reading.faults:
        st.error(escape_markdown(context.text("progress.faults", n=len(reading.faults))), icon=":material/error:")
    if reading.path is not None and is_to_be_saved:
        require("management")
        store, title = Store(), _title(context, reading.path)
        report = save_path(store, reading.path, replaced, title=title, who=writer())
        settle(context, store, report, "saved", title)


def _delete(context: PageContext, path: TargetPath) -> None:
    with st.popover(context.text("progress.delete"), icon=":material/delete:"):
        st.markdown(escape_markdown(context.text("progress.delete_sure")))
        if st.button(context.text("progress.delete_now"), key="target_delete"):
            require("management")
            store, title = Store(), _title(context, path)
            settle(context, store, delete_path(store, path, title=title, who=writer()), "deleted", title)


def _title(context: PageContext, path: TargetPath) -> str:
    label = path.kpi.label.in_(context.language.code)
    return context.text("progress.batch_path", kpi=f"{label} ({path.source})" if path.source else label)
