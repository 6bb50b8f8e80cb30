"""One target: where it stands against its path, and what a person wrote about it."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from analytics.charts.target_status import progress_bar, status_word
from analytics.kpis import Achievement, Status, TargetPath
from pages.parts.plain import plain
from pages.parts.progress_form import path_form
from pages.parts.progress_note import note_form
from pages.parts.progress_path import path_window
from pages.parts.visit import Visit
from pages.parts.visitor import may_write

_BADGES: dict[Status, Literal["red", "orange", "green", "gray"]] = {
    "behind": "red", "missed": "red", "at_risk": "orange", "on_course": "green", "met": "green",
    "undefined": "gray", "not_begun": "gray",
}  # fmt: skip
_NAME, _CELL, _DATED, _BAR = 235, 92, 130, 205
"""Pixels; on a phone the cells stand below one another, two or three in a row."""


def target_row(visit: Visit, found: Achievement, paths: Sequence[TargetPath]) -> None:
    """The target with its values, reason and measure; ``paths`` are all that there are."""
    path, language = found.path, visit.language
    due, is_past = path.due_next(found.day), found.day > path.ends_on
    by = visit.text("progress.by", value=written(visit, found, due.value), date=language.date(due.due_on))
    with st.container(border=True, gap="small", key=f"target_{row_name(path)}"):
        with st.container(horizontal=True, vertical_alignment="top"):
            with st.container(width=_NAME, gap=None):
                st.badge(status_word(found.status, language), color=_BADGES[found.status])
                st.markdown(f"**{plain(path.kpi.label.in_(language.code))}**")
            _cell(visit, "baseline", written(visit, found, path.baseline))
            _cell(visit, "last_milestone" if is_past else "next_milestone", by, width=_DATED)
            _cell(visit, "actual", written(visit, found, found.actual), strong=True)
            _cell(visit, "expected_then" if is_past else "expected", written(visit, found, found.expected))
            _way(visit, found)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            with st.container(width="stretch", gap=None):
                _said(visit, found)
            _buttons(visit, found, paths)


def row_name(path: TargetPath) -> str:
    """A name that tells a path from all others."""
    return f"{path.kpi.name}_{path.starts_on}_{path.source or ''}"


def written(visit: Visit, found: Achievement, value: float | None) -> str:
    """A value in the target's unit; what a path asks for on a day is a fraction, so a count is rounded."""
    return visit.language.value(value, found.path.kpi.unit)


def _buttons(visit: Visit, found: Achievement, paths: Sequence[TargetPath]) -> None:
    """The path for everybody; what can be written for the management."""
    name = row_name(found.path)

    def button(key: str, icon: str) -> bool:
        return st.button(visit.text(f"progress.{key}"), type="tertiary", icon=f":material/{icon}:", key=f"{key}_{name}")

    with st.container(horizontal=True, width="content", gap="medium"):
        if button("show_path", "show_chart"):
            path_window(visit, found)
        if may_write():
            if button("write_note", "edit_note"):
                note_form(visit, found)
            if button("change_path", "edit"):
                path_form(visit, paths, found.path)


def _cell(visit: Visit, key: str, value: str, *, width: int = _CELL, strong: bool = False) -> None:
    with st.container(width=width, gap=None):
        st.caption(plain(visit.text(f"progress.{key}")))
        st.markdown(f"**{plain(value)}**" if strong else plain(value))


def _way(visit: Visit, found: Achievement) -> None:
    """How much of the whole way is done and due, as a bar and in words."""
    language = visit.language
    with st.container(width=_BAR, gap=None):
        st.caption(plain(visit.text("progress.way")))
        if not found.path.has_way:
            st.markdown(plain(visit.text("progress.way_undefined")))
            return
        shares = {"achieved": language.percent(found.achieved, 0), "due": language.percent(found.due, 0)}
        st.image(
            progress_bar(found.achieved, found.due, found.status, theme=visit.theme),
            alt=visit.text("progress.way_alt", **shares),
        )
        st.markdown(plain(visit.text("progress.way_said", **shares)))


def _said(visit: Visit, found: Achievement) -> None:
    """Who set the target, from when on, and what was written about it; where that lacks, the management is told."""
    path, note, language = found.path, found.note, visit.language
    begins = visit.text("progress.since" if path.is_counted else "progress.from", date=language.date(path.starts_on))
    about = f"{path.source or visit.text('progress.no_source')} · {begins}"
    if note is None:
        st.caption(plain(about))
        if found.status in ("behind", "at_risk", "missed") and may_write():
            st.caption(plain(visit.text("progress.no_note")))
        return
    parts = [
        f"**{plain(visit.text(f'progress.{key}'))}:** {plain(text)}"
        for key, text in (("reason", note.reason), ("measure", note.measure))
        if text
    ]
    st.markdown("  \n".join(parts))
    st.caption(plain(f"{visit.text('progress.written_on', date=language.date(note.written_on))} · {about}"))
