"""A target's path entered or changed by the management."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from analytics.kpis import CATALOGUE, Kpi, TargetPath
from analytics.kpis.path_entry import PathEntry, delete_path, is_accumulated, read_entry, save_path, typed
from analytics.model import ENUMERATIONS
from analytics.store import Store
from pages.parts.plain import plain
from pages.parts.progress_saved import WHO, close_form, is_open, open_form, path_name, settle
from pages.parts.visit import Visit
from pages.parts.visitor import require

_ROWS = "target_rows"
_FEWEST, _MOST = 3, 24
"""Rows of milestones at first, and at most."""


def open_path_form(visit: Visit, path: TargetPath | None = None) -> None:
    """Open the form: for a new path, or filled with one that is to be changed."""
    entry = typed(path, visit.language) if path else PathEntry("organisations_reached", "", "", "", (), "90", "70")
    filled = {
        "target_kpi": entry.kpi,
        "target_source": entry.source,
        "target_starts_on": entry.starts_on,
        "target_baseline": entry.baseline,
        "target_amber_below": entry.amber_below,
        "target_red_below": entry.red_below,
        _ROWS: max(_FEWEST, len(entry.milestones) + 1),
    }
    for row in range(_MOST):
        day, value = entry.milestones[row] if row < len(entry.milestones) else ("", "")
        filled |= {f"target_day_{row}": day, f"target_value_{row}": value}
    st.session_state.update(filled)
    open_form(_form_name(path))


def path_form(visit: Visit, paths: Sequence[TargetPath]) -> None:
    """The form, as a window over the page, where it is open; ``paths`` are all that there are."""
    replaced = next((path for path in paths if is_open(_form_name(path))), None)
    if replaced is None and not is_open(_form_name(None)):
        return
    title = "progress.new_path" if replaced is None else "progress.change_path"

    @st.dialog(visit.text(title), width="large", on_dismiss=close_form)
    def window() -> None:
        entry = _entry(visit, replaced)
        with st.container(horizontal=True):
            pressed = st.button(visit.text("progress.save"), type="primary", key="target_save")
            if replaced is not None:
                _delete(visit, replaced)
        if pressed:
            _save(visit, entry, paths, replaced)

    window()


def _form_name(path: TargetPath | None) -> str:
    return "new_path" if path is None else f"path_{path_name(path)}"


def _entry(visit: Visit, replaced: TargetPath | None) -> PathEntry:
    """The fields, and what stands in them."""
    text = visit.text
    left, right = st.columns(2)
    with left:
        name = st.selectbox(
            text("progress.kpi"),
            ENUMERATIONS["kpi"].tokens,
            format_func=lambda name: _named(visit, CATALOGUE[name]),
            key="target_kpi",
            disabled=replaced is not None,
        )
        starts_on = _field(visit, "starts_on", placeholder=text("progress.day_form"))
    kpi = CATALOGUE[name]
    unit = text(f"progress.unit_{kpi.unit}")
    with right:
        source = _field(visit, "source", help=text("progress.source_help"))
        baseline = _baseline(visit, kpi, f"{text('progress.baseline')} ({unit})")
    milestones = _milestones(visit, unit)
    left, right = st.columns(2)
    with left:
        amber = _field(visit, "amber_below")
    with right:
        red = _field(visit, "red_below")
    return PathEntry(kpi.name, source, starts_on, baseline, milestones, amber, red)


def _field(visit: Visit, name: str, *, placeholder: str | None = None, help: str | None = None) -> str:
    label = visit.text(f"progress.{name}")
    return st.text_input(label, key=f"target_{name}", placeholder=placeholder, help=help)


def _baseline(visit: Visit, kpi: Kpi, label: str) -> str:
    """What is counted from the beginning has no other baseline than 0."""
    if is_accumulated(kpi):
        return st.text_input(label, value="0", disabled=True, help=visit.text("progress.starts_at_zero"))
    return st.text_input(label, key="target_baseline")


def _named(visit: Visit, kpi: Kpi) -> str:
    return f"{kpi.label.in_(visit.language.code)} ({visit.text(f'progress.unit_{kpi.unit}')})"


def _milestones(visit: Visit, unit: str) -> tuple[tuple[str, str], ...]:
    """A small table of days and values; one more row on demand."""
    st.markdown(f"**{plain(visit.text('progress.milestones'))}**")
    st.caption(plain(visit.text("progress.milestones_help")))
    given = []
    for row in range(st.session_state[_ROWS]):
        left, right = st.columns(2)
        visibility: Literal["visible", "collapsed"] = "collapsed" if row else "visible"
        day = left.text_input(
            visit.text("progress.due_on"),
            key=f"target_day_{row}",
            placeholder=visit.text("progress.day_form"),
            label_visibility=visibility,
        )
        value = right.text_input(
            f"{visit.text('progress.target')} ({unit})", key=f"target_value_{row}", label_visibility=visibility
        )
        given.append((day, value))

    def one_more() -> None:
        st.session_state[_ROWS] += 1

    if st.session_state[_ROWS] < _MOST:
        more = visit.text("progress.more_milestones")
        st.button(more, type="tertiary", icon=":material/add:", key="target_more", on_click=one_more)
    return tuple(given)


def _save(visit: Visit, entry: PathEntry, others: Sequence[TargetPath], replaced: TargetPath | None) -> None:
    reading = read_entry(entry, visit.language, others, replaced)
    for fault in reading.faults:
        st.error(plain(fault), icon=":material/error:")
    if reading.path is not None:
        require("management")
        store, title = Store(), _title(visit, reading.path)
        report = save_path(store, reading.path, replaced, title=title, who=WHO)
        settle(visit, store, report, "saved", title)


def _delete(visit: Visit, path: TargetPath) -> None:
    with st.popover(visit.text("progress.delete"), icon=":material/delete:"):
        st.markdown(plain(visit.text("progress.delete_sure")))
        if st.button(visit.text("progress.delete_now"), key="target_delete"):
            require("management")
            store, title = Store(), _title(visit, path)
            settle(visit, store, delete_path(store, path, title=title, who=WHO), "deleted", title)


def _title(visit: Visit, path: TargetPath) -> str:
    label = path.kpi.label.in_(visit.language.code)
    return visit.text("progress.batch_path", kpi=f"{label} ({path.source})" if path.source else label)
