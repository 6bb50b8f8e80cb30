"""The targets: one sentence, then every target with where it stands, the worst first."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analytics.charts.target_findings import targets_summary
from analytics.charts.target_status import status_word
from analytics.kpis import STATUSES, Achievement, achievements
from analytics.kpis.achievement import overall
from analytics.kpis.path_entry import AMBER_BELOW, RED_BELOW
from analytics.kpis.paths import unknown_targets
from analytics.reports import presentable
from analytics.warehouse import EVERYTHING, View
from pages.parts.downloads import downloads
from pages.parts.plain import plain
from pages.parts.progress_form import path_form
from pages.parts.progress_row import target_row, written
from pages.parts.progress_saved import saved
from pages.parts.questions import BY_SNAPSHOT
from pages.parts.visit import Visit
from pages.parts.visitor import may_write


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _achievements(view: View, day: date) -> list[Achievement]:
    return achievements(view, day)


def progress_targets(visit: Visit) -> None:
    """Where every target stands on the chosen period's last day; the management may enter and change them."""
    st.header(visit.text("progress.block_targets"), anchor=False)
    saved(visit)
    found = _achievements(visit.view, visit.day)
    _unknown(visit)
    if found:
        _summary(visit, found)
        _groups(visit, found)
        _table(visit, found)
        thresholds = {"amber": visit.language.percent(AMBER_BELOW, 0), "red": visit.language.percent(RED_BELOW, 0)}
        st.caption(plain(visit.text("progress.thresholds", **thresholds)))
    else:
        st.info(plain(visit.text("progress.none")), icon=":material/flag:")
    if may_write():
        if not found:
            st.markdown(plain(visit.text("progress.none_management")))
        if st.button(visit.text("progress.new_path"), icon=":material/add:", key="new_path"):
            path_form(visit, [one.path for one in found])


def _unknown(visit: Visit) -> None:
    """Targets that name no KPI of the catalogue are not shown; that must not go unsaid."""
    names = unknown_targets(visit.view)
    if names and may_write():
        told = visit.text("progress.unknown", n=len(names), names=", ".join(names))
        st.warning(plain(told), icon=":material/help:")


def _summary(visit: Visit, found: Sequence[Achievement]) -> None:
    running = [one for one in found if one.is_running]
    frame = pd.DataFrame(
        {
            "status": [one.status for one in running],
            "starts_on": [one.path.starts_on for one in running],
            "ends_on": [one.path.ends_on for one in running],
            "day": visit.day,
        }
    )
    st.subheader(plain(targets_summary(frame, visit.language)), anchor=False)
    told = [visit.text("progress.as_of", date=visit.language.date(visit.day))]
    if (share := overall(found)) is not None:
        told.append(visit.text("progress.overall", share=visit.language.percent(share, 0)))
    if visit.scope != EVERYTHING:
        told.append(visit.text("progress.scope_ignored"))
    st.caption(plain(" ".join(told)))


def _groups(visit: Visit, found: Sequence[Achievement]) -> None:
    """The targets under their status; those whose last milestone is past stand folded away beneath."""
    paths = [one.path for one in found]
    past = [one for one in found if one.day > one.path.ends_on]
    for status in STATUSES:
        members = [one for one in found if one.status == status and one not in past]
        if members:
            st.subheader(f"{plain(visit.text(f'progress.group_{status}'))} :gray[({len(members)})]", anchor=False)
        for one in members:
            target_row(visit, one, paths)
    if past:
        with st.expander(visit.text("progress.past", n=len(past)), icon=":material/history:"):
            for one in past:
                target_row(visit, one, paths)


def _table(visit: Visit, found: Sequence[Achievement]) -> None:
    """The same as a table, each value with its unit, to take away."""
    language = visit.language
    rows = [
        {
            "target_kpi": one.path.kpi.label.in_(language.code),
            "target_source": one.path.source or visit.text("progress.no_source"),
            "begins_on": one.path.starts_on,
            "baseline": written(visit, one, one.path.baseline),
            "due_on": (due := one.path.due_next(one.day)).due_on,
            "target_value": written(visit, one, due.value),
            "actual": written(visit, one, one.actual),
            "on_path": written(visit, one, one.expected),
            "achieved": one.achieved,
            "due_share": one.due,
            "target_status": status_word(one.status, language),
            "reason": one.note.reason if one.note else None,
            "measure": one.note.measure if one.note else None,
        }
        for one in sorted(found, key=lambda one: STATUSES.index(one.status))
    ]
    units = {"achieved": "share", "due_share": "share"}
    title = visit.text("progress.table")
    with st.expander(title, icon=":material/table:"):
        table = pd.DataFrame(rows)
        st.dataframe(presentable(table, language, units), hide_index=True, alt=title, key="targets_table")
        downloads(visit, "targets", table, title=title, units=units)
