"""A table to take away, as CSV and XLSX."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from analytics.reports import as_csv, as_xlsx
from pages.parts.visit import Visit

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def downloads(
    visit: Visit, name: str, table: pd.DataFrame, *, title: str, units: Mapping[str, str] | None = None
) -> None:
    """Two buttons; the files are made when one is pressed. Demo data says so in the file and in its name."""
    note = visit.text("frame.demo") if visit.view.is_demo else None
    stem = f"{'demo_' if note else ''}{name}_{visit.period.name.replace('..', '_')}"
    with st.container(horizontal=True):
        st.download_button(
            "CSV",
            partial(as_csv, table, visit.language, note),
            f"{stem}.csv",
            "text/csv",
            key=f"csv_{name}",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            "XLSX",
            partial(as_xlsx, table, visit.language, title=title, note=note, units=units),
            f"{stem}.xlsx",
            _XLSX,
            key=f"xlsx_{name}",
            on_click="ignore",
            icon=":material/download:",
        )
