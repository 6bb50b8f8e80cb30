"""A table to take away, as CSV and XLSX."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from analytics.language import Language
from analytics.reports import as_csv, as_xlsx
from analytics.warehouse import View
from pages.parts.page_context import PageContext

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def downloads(
    context: PageContext, name: str, table: pd.DataFrame, *, title: str, units: Mapping[str, str] | None = None
) -> None:
    """Two buttons for a table of the visitor's period."""
    stem = f"{name}_{context.period.name.replace('..', '_')}"
    offer(context.language, context.view, stem, table, title=title, units=units)


def offer(
    language: Language,
    view: View,
    stem: str,
    table: pd.DataFrame,
    *,
    title: str,
    units: Mapping[str, str] | None = None,
) -> None:
    """Two buttons; the files are made when one is pressed. Demo data says so in the file and in its name."""
    note = language.text("frame.demo") if view.is_demo else None
    name = f"demo_{stem}" if note else stem
    with st.container(horizontal=True):
        st.download_button(
            "CSV",
            partial(as_csv, table, language, note),
            f"{name}.csv",
            "text/csv",
            key=f"csv_{stem}",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            "XLSX",
            partial(as_xlsx, table, language, title=title, note=note, units=units),
            f"{name}.xlsx",
            _XLSX,
            key=f"xlsx_{stem}",
            on_click="ignore",
            icon=":material/download:",
        )
