"""The targets: one sentence, then every target with where it stands, the worst first."""

from collections.abc import Sequence
from datetime import date
from math import inf
from pathlib import Path

import pandas as pd
import streamlit as st

from analytics.charts.progress.target_findings import targets_summary
from analytics.kpis import STATUSES, Achievement, Status, achievements
from analytics.kpis.achievement import missed_before, overall
from analytics.kpis.path_entry import AMBER_BELOW, RED_BELOW
from analytics.kpis.paths import unknown_targets
from analytics.warehouse import View
from pages.access.visitor import may_write
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT
from pages.progress.form import open_path_form, path_form
from pages.progress.note import note_form
from pages.progress.row import target_row
from pages.progress.saved import saved
from pages.progress.table import target_table

_STYLE = Path(__file__).with_name("progress.css")
_OFF: tuple[Status, ...] = ("behind", "missed", "at_risk")
_AT_REST: dict[Status, str] = {
    "on_course": ":material/trending_up:",
    "met": ":material/check:",
    "not_begun": ":material/schedule:",
}


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _achievements(view: View, day: date) -> list[Achievement]:
    return achievements(view, day)


def progress_targets(context: PageContext) -> None:
    """Where every target stands on the visitor's day; the management may enter and change them."""
    st.header(context.text("progress.block_targets"), anchor=False)
    st.html(_STYLE)
    saved(context)
    found = _achievements(context.view, context.day)
    _unknown(context)
    if found:
        _summary(context, found)
        _groups(context, found)
        target_table(context, found)
        thresholds = {"amber": context.language.percent(AMBER_BELOW, 0), "red": context.language.percent(RED_BELOW, 0)}
        means = [context.text("progress.thresholds", **thresholds), context.text("outlook.beside_status_means")]
        st.caption(escape_markdown(" ".join(means)))
    else:
        st.info(escape_markdown(context.text("progress.none")), icon=":material/flag:")
    if may_write():
        if not found:
            st.markdown(escape_markdown(context.text("progress.none_management")))
        new_path = context.text("progress.new_path")
        st.button(new_path, icon=":material/add:", key="new_path", on_click=open_path_form, args=(context,))
        _windows(context, found)


def _windows(context: PageContext, found: Sequence[Achievement]) -> None:
    """The form that is open, if one is."""
    path_form(context, [one.path for one in found])
    for one in found:
        note_form(context, one)


def _unknown(context: PageContext) -> None:
    """Targets that name no KPI of the catalogue are not shown; that must not go unsaid."""
    names = unknown_targets(context.view)
    if names and may_write():
        told = context.text("progress.unknown", n=len(names), names=", ".join(names))
        st.warning(escape_markdown(told), icon=":material/help:")


def _summary(context: PageContext, found: Sequence[Achievement]) -> None:
    running = [one for one in found if one.is_running]
    frame = pd.DataFrame(
        {
            "status": [one.status for one in running],
            "starts_on": [one.path.starts_on for one in running],
            "ends_on": [one.path.ends_on for one in running],
            "day": context.day,
        }
    )
    st.subheader(escape_markdown(targets_summary(frame, context.language)), anchor=False)
    if missed := missed_before(found):
        st.markdown(escape_markdown(context.text("targets.missed_before", n=missed)))
    told = [context.text("progress.as_of", date=context.language.date(context.day))]
    if (share := overall(found)) is not None:
        told.append(context.text("progress.overall", share=context.language.percent(share, 0)))
    st.caption(escape_markdown(" ".join(told)))


def _need(found: Achievement) -> float:
    """The less is done of what is due, the earlier a target stands; what has no share stands last."""
    return inf if found.against_due is None else found.against_due


def _groups(context: PageContext, found: Sequence[Achievement]) -> None:
    """The targets under their status. Where some want to be looked at, those that do not stand folded away beneath.

    So do those whose last milestone is past, but for those that missed it.
    """
    past = [one for one in found if one.day > one.path.ends_on and one.status != "missed"]
    some_are_off = any(one.status in _OFF for one in found if one not in past)
    for status in STATUSES:
        members = sorted((one for one in found if one.status == status and one not in past), key=_need)
        if not members:
            continue
        heading = f"{escape_markdown(context.text(f'progress.group_{status}'))} :gray[({len(members)})]"
        if some_are_off and status in _AT_REST:
            with st.expander(heading, icon=_AT_REST[status], key=f"group_{status}"):
                _rows(context, members)
        else:
            st.subheader(heading, anchor=False)
            _rows(context, members)
    if past:
        with st.expander(context.text("progress.past", n=len(past)), icon=":material/history:"):
            _rows(context, past)


def _rows(context: PageContext, members: Sequence[Achievement]) -> None:
    for one in members:
        target_row(context, one)
