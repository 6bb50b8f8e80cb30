"""A table about organisations that can be sorted, and whose rows may open a profile."""

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from analytics.reports.presentable import heading, labelled, yes_or_no
from pages.parts.page_context import PageContext

_ROW, _TALLEST, _WIDE = 35, 560, 250


def organisation_table(context: PageContext, name: str, frame: pd.DataFrame, *, alt: str, opens: bool = False) -> None:
    """``frame`` without its ids; with ``opens`` a click on a row opens the profile of its ``organisation_id``."""
    shown = labelled(frame.drop(columns=[column for column in frame if str(column).endswith("_id")]), context.language)
    for column in shown.select_dtypes("bool"):
        shown[column] = [yes_or_no(value, context.language) for value in shown[column]]
    config = {str(column): _column(context, str(column), shown[column]) for column in shown}
    height = min(_ROW * (len(shown) + 1) + 3, _TALLEST)
    if not opens:
        st.dataframe(shown, hide_index=True, column_config=config, key=name, placeholder="–", height=height, alt=alt)
        return

    def open_selected() -> None:
        rows = st.session_state[name]["selection"]["rows"]
        if rows:
            st.session_state["organisation"] = frame.iloc[rows[0]]["organisation_id"]

    st.dataframe(
        shown,
        hide_index=True,
        column_config=config,
        on_select=open_selected,
        selection_mode="single-row",
        key=name,
        placeholder="–",
        height=height,
        alt=alt,
    )


def _column(context: PageContext, column: str, values: pd.Series) -> ColumnConfig:
    name = heading(column, context.language)
    if pd.api.types.is_datetime64_any_dtype(values):
        return st.column_config.DateColumn(name, format="DD.MM.YYYY" if context.language.code == "de" else "D MMM YYYY")
    if pd.api.types.is_numeric_dtype(values):
        return st.column_config.NumberColumn(name, format="localized")
    return st.column_config.TextColumn(name, width=_WIDE if column in ("name", "title", "other_members") else None)
