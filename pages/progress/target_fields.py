"""The fields of the form for a target: each with room beneath it for what is wrong with it."""

from collections.abc import Iterable
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analytics.kpis import CATALOGUE, Kpi
from analytics.kpis.path_entry import Fault, PathEntry, is_accumulated
from analytics.model import ENUMERATIONS
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext

ROWS = "target_rows"
"""How many rows of milestones are shown."""
MOST_ROWS = 24


class TargetFields:
    """Draws the fields and gives what stands in them."""

    def __init__(self, context: PageContext, *, is_new: bool) -> None:
        self._visit, self._text = context, context.text
        self._beneath: dict[str, DeltaGenerator] = {}
        self.entry = self._drawn(is_new)

    def say(self, faults: Iterable[Fault]) -> None:
        """Write each fault beneath its field."""
        said: dict[str, list[str]] = {}
        for fault in faults:
            said.setdefault(fault.place, []).append(escape_markdown(fault.said))
        for place, sentences in said.items():
            self._beneath[place].error("  \n".join(sentences), icon=":material/error:")

    def _drawn(self, is_new: bool) -> PathEntry:
        text = self._text
        left, right = st.columns(2)
        with left:
            name = st.selectbox(
                text("progress.kpi"),
                ENUMERATIONS["kpi"].tokens,
                format_func=lambda name: self._named(CATALOGUE[name]),
                key="target_kpi",
                disabled=not is_new,
            )
            starts_on = self._field("starts_on", placeholder=text("progress.day_form"))
        kpi = CATALOGUE[name]
        unit = text(f"progress.unit_{kpi.unit}")
        with right:
            source = self._field("source", help=text("progress.source_help"))
            baseline = self._baseline(kpi, f"{text('progress.baseline')} ({unit})")
        milestones = self._milestones(unit)
        left, right = st.columns(2)
        with left:
            amber = self._field("amber_below")
        with right:
            red = self._field("red_below")
        return PathEntry(kpi.name, source, starts_on, baseline, milestones, amber, red)

    def _field(
        self,
        name: str,
        *,
        label: str = "",
        placeholder: str | None = None,
        help: str | None = None,
        visibility: Literal["visible", "collapsed"] = "visible",
    ) -> str:
        typed = st.text_input(
            label or self._text(f"progress.{name}"),
            key=f"target_{name}",
            placeholder=placeholder,
            help=help,
            label_visibility=visibility,
        )
        self._beneath[name] = st.empty()
        return typed

    def _baseline(self, kpi: Kpi, label: str) -> str:
        """What is counted from the beginning has no other baseline than 0."""
        if is_accumulated(kpi):
            return st.text_input(label, value="0", disabled=True, help=self._text("progress.starts_at_zero"))
        return self._field("baseline", label=label)

    def _named(self, kpi: Kpi) -> str:
        return f"{kpi.label.in_(self._visit.language.code)} ({self._text(f'progress.unit_{kpi.unit}')})"

    def _milestones(self, unit: str) -> tuple[tuple[str, str], ...]:
        """A small table of days and values; one more row on demand."""
        st.markdown(f"**{escape_markdown(self._text('progress.milestones'))}**")
        st.caption(escape_markdown(self._text("progress.milestones_help")))
        given = tuple(self._milestone(row, unit) for row in range(st.session_state[ROWS]))

        def one_more() -> None:
            st.session_state[ROWS] += 1

        if st.session_state[ROWS] < MOST_ROWS:
            more = self._text("progress.more_milestones")
            st.button(more, type="tertiary", icon=":material/add:", key="target_more", on_click=one_more)
        return given

    def _milestone(self, row: int, unit: str) -> tuple[str, str]:
        """The day and the value of one milestone, as typed."""
        text = self._text
        visibility: Literal["visible", "collapsed"] = "collapsed" if row else "visible"
        left, right = st.columns(2)
        with left:
            form = text("progress.day_form")
            day = self._field(f"day_{row}", label=text("progress.due_on"), placeholder=form, visibility=visibility)
        with right:
            value = self._field(f"value_{row}", label=f"{text('progress.target')} ({unit})", visibility=visibility)
        return day, value
