"""One target: where it stands against its path, and what a person wrote about it."""

from typing import Literal

import streamlit as st

from analytics.charts.axes import written
from analytics.charts.progress.target_status import progress_bar, status_word
from analytics.kpis import Achievement, Status
from pages.access.visitor import may_write
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.progress.form import open_path_form
from pages.progress.note import open_note_form
from pages.progress.outlook import prospect_beside
from pages.progress.path import path_window
from pages.progress.saved import path_name

_BADGES: dict[Status, Literal["red", "orange", "green", "gray"]] = {
    "behind": "red", "missed": "red", "at_risk": "orange", "on_course": "green", "met": "green",
    "undefined": "gray", "not_begun": "gray",
}  # fmt: skip
_NAME, _CELL, _DATED, _BAR = 235, 92, 155, 205
"""Pixels; on a phone progress.css has them as wide as they must be."""


def target_row(context: PageContext, found: Achievement) -> None:
    """The target with its values, its reason and its measure."""
    path, language = found.path, context.language
    due, is_past = path.due_next(found.day), found.day > path.ends_on
    by = context.text("progress.by", value=_written(context, found, due.value), date=language.date(due.due_on))
    name = path_name(path)
    with st.container(border=True, gap="small", key=f"target_{name}"):
        with st.container(horizontal=True, vertical_alignment="top", key=f"values_{name}"):
            with st.container(width=_NAME, gap=None, key=f"name_{name}"):
                st.badge(status_word(found.status, language), color=_BADGES[found.status])
                if prospect := prospect_beside(context, found):
                    st.caption(escape_markdown(prospect))
                st.markdown(f"**{escape_markdown(path.kpi.label.in_(language.code))}**")
            _cell(context, "baseline", _written(context, found, path.baseline), key=f"baseline_{name}")
            _cell(context, "last_milestone" if is_past else "next_milestone", by, width=_DATED)
            _cell(context, "actual", _written(context, found, found.actual), strong=True)
            _cell(context, "expected_then" if is_past else "expected", _written(context, found, found.expected))
            _way(context, found)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            with st.container(width="stretch", gap=None):
                _said(context, found)
            _buttons(context, found)


def _buttons(context: PageContext, found: Achievement) -> None:
    """The path for everybody; what can be written for the management."""
    name = path_name(found.path)
    with st.container(horizontal=True, width="content", gap="medium", key=f"buttons_{name}"):
        if st.button(
            context.text("progress.show_path"), type="tertiary", icon=":material/show_chart:", key=f"show_path_{name}"
        ):
            path_window(context, found)
        if may_write():
            st.button(
                context.text("progress.write_note"),
                type="tertiary",
                icon=":material/edit_note:",
                key=f"write_note_{name}",
                on_click=open_note_form,
                args=(context, found),
            )
            st.button(
                context.text("progress.change_path"),
                type="tertiary",
                icon=":material/edit:",
                key=f"change_path_{name}",
                on_click=open_path_form,
                args=(context, found.path),
            )


def _written(context: PageContext, found: Achievement, value: float | None) -> str:
    """A value in the target's unit; what a path asks for on a day is a fraction, so a count is rounded."""
    unit = found.path.kpi.unit
    if unit == "eur":
        return written(value, unit, context.language, short=True)
    return context.language.value(value, unit)


def _cell(
    context: PageContext, heading: str, value: str, *, width: int = _CELL, strong: bool = False, key: str | None = None
) -> None:
    with st.container(width=width, gap=None, key=key):
        st.caption(escape_markdown(context.text(f"progress.{heading}")))
        st.markdown(f"**{escape_markdown(value)}**" if strong else escape_markdown(value))


def _way(context: PageContext, found: Achievement) -> None:
    """How much of the whole way is done and due, as a bar and in words."""
    language = context.language
    with st.container(width=_BAR, gap=None):
        st.caption(escape_markdown(context.text("progress.way")))
        if found.status == "not_begun":
            st.markdown(
                escape_markdown(context.text("progress.way_not_begun", date=language.date(found.path.starts_on)))
            )
            return
        if not found.path.has_way:
            st.markdown(escape_markdown(context.text("progress.way_undefined")))
            return
        shares = {"achieved": language.percent(found.achieved, 0), "due": language.percent(found.due, 0)}
        st.image(
            progress_bar(found.achieved, found.due, found.status, theme=context.theme),
            alt=context.text("progress.way_alt", **shares),
        )
        is_worse = found.achieved is not None and found.achieved < 0
        st.markdown(escape_markdown(context.text("progress.way_worse" if is_worse else "progress.way_said", **shares)))


def _said(context: PageContext, found: Achievement) -> None:
    """Who set the target, from when on, and what was written about it; where that lacks, the management is told."""
    path, note, language = found.path, found.note, context.language
    begins = context.text("progress.since" if path.is_counted else "progress.from", date=language.date(path.starts_on))
    about = f"{path.source or context.text('progress.no_source')} · {begins}"
    if note is None:
        st.caption(escape_markdown(about))
        if found.status in ("behind", "at_risk", "missed") and may_write():
            st.caption(escape_markdown(context.text("progress.no_note")))
        return
    parts = [
        f"**{escape_markdown(context.text(f'progress.{key}'))}:** {escape_markdown(text)}"
        for key, text in (("reason", note.reason), ("measure", note.measure))
        if text
    ]
    st.markdown("  \n".join(parts))
    st.caption(escape_markdown(f"{context.text('progress.written_on', date=language.date(note.written_on))} · {about}"))
