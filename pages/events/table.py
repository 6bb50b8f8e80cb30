"""All events as a table that can be sorted, opened and taken away."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from analytics.reports.presentable import heading, labelled
from pages.parts.downloads import downloads
from pages.parts.page_context import PageContext

_SHOWN = (
    "starts_on", "title", "format", "status", "expected_attendance", "registered", "attended", "cooperations",
    "organisations", "newcomers", "mix", "no_show_rate", "satisfaction", "answers", "cost_eur",
)  # fmt: skip


def event_table(context: PageContext, events: pd.DataFrame, units: Mapping[str, str]) -> None:
    """The table; a click on a row opens the event."""
    shown = labelled(events[list(_SHOWN)], context.language)
    empty = [column for column in shown.columns if shown[column].isna().all()]
    if (events["status"] == "held").all():
        empty.append("status")
    st.caption(context.text("events.table_hint"))

    def open_selected() -> None:
        rows = st.session_state["event_rows"]["selection"]["rows"]
        if rows:
            st.session_state["event"] = events.iloc[rows[0]]["event_id"]

    st.dataframe(
        shown.drop(columns=empty),
        hide_index=True,
        column_config={column: _column(context, column, units) for column in shown.columns},
        on_select=open_selected,
        selection_mode="single-row",
        key="event_rows",
        placeholder="–",
        height=min(38 * (len(shown) + 1), 560),
        alt=context.text("events.table_alt", n=len(events)),
    )
    downloads(context, "events", events, title=context.text("events.navigation"), units=units)


def _column(context: PageContext, column: str, units: Mapping[str, str]) -> ColumnConfig:
    name = heading(column, context.language)
    if column == "starts_on":
        return st.column_config.DateColumn(name, format="DD.MM.YYYY" if context.language.code == "de" else "D MMM YYYY")
    if column in ("title", "format", "status"):
        return st.column_config.TextColumn(name, width=260 if column == "title" else None)
    form = {"share": "percent", "eur": "localized", "index": "%.2f"}.get(units.get(column, ""), "localized")
    return st.column_config.NumberColumn(name, format=form)
