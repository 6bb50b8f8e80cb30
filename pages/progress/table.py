"""All targets as a table, to read and to take away."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics.charts.progress.target_status import status_word
from analytics.kpis import STATUSES, Achievement
from analytics.reports import presentable
from pages.parts.downloads import downloads
from pages.parts.page_context import PageContext


def target_table(context: PageContext, found: Sequence[Achievement]) -> None:
    """A row a target, the worst first; each value with its unit, as the units differ from row to row."""
    language = context.language

    def written(one: Achievement, value: float | None) -> str:
        return language.value(value, one.path.kpi.unit)

    rows = [
        {
            "target_kpi": one.path.kpi.label.in_(language.code),
            "target_source": one.path.source or context.text("progress.no_source"),
            "begins_on": one.path.starts_on,
            "baseline": written(one, one.path.baseline),
            "due_on": (due := one.path.due_next(one.day)).due_on,
            "target_value": written(one, due.value),
            "actual": written(one, one.actual),
            "on_path": written(one, one.expected),
            "achieved": one.achieved,
            "due_share": one.due,
            "target_status": status_word(one.status, language),
            "reason": one.note.reason if one.note else None,
            "measure": one.note.measure if one.note else None,
        }
        for one in sorted(found, key=lambda one: STATUSES.index(one.status))
    ]
    units = {"achieved": "share", "due_share": "share"}
    title = context.text("progress.table")
    with st.expander(title, icon=":material/table:"):
        table = pd.DataFrame(rows)
        st.dataframe(presentable(table, language, units), hide_index=True, alt=title, key="targets_table")
        downloads(context, "targets", table, title=title, units=units)
