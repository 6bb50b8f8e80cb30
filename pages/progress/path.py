"""A target opened: its path, and the actual values on it."""

from datetime import date
from functools import partial

import pandas as pd
import streamlit as st

from analytics.charts.progress.target_findings import target_path as find
from analytics.charts.progress.targets import target_path as draw
from analytics.kpis import Achievement, TargetPath
from analytics.kpis.path_course import path_course
from analytics.warehouse import View
from pages.parts.chart import chart
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.parts.questions import BY_SNAPSHOT


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=BY_SNAPSHOT)
def _course(view: View, path: TargetPath, day: date) -> pd.DataFrame:
    return path_course(view, path, day)


def path_window(context: PageContext, found: Achievement) -> None:
    """A window over the page."""
    path = found.path
    label, unit = path.kpi.label.in_(context.language.code), path.kpi.unit
    source = path.source or context.text("progress.no_source")

    @st.dialog(escape_markdown(f"{label} · {source}"), width="large")
    def window() -> None:
        frame = _course(context.view, path, found.day)
        chart(
            context,
            "target_path",
            frame,
            partial(draw, label=label, unit=unit, less_is_better=path.leads_down),
            partial(find, label=label, unit=unit, status=found.status),
            units={str(column): unit for column in frame.columns if column != "day"},
        )

    window()
