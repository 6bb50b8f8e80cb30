"""Two sheets: indicators near the ERDF's, and the structure that cluster labels ask for."""

import streamlit as st

from pages.parts.page_context import PageContext
from pages.progress.cluster_sheet import cluster_sheet
from pages.progress.near_sheet import near_sheet


def indicator_sheets(context: PageContext) -> None:
    """Both sheets, for the whole network, whatever is chosen above."""
    st.header(context.text("progress.sheets"), anchor=False)
    near_sheet(context)
    cluster_sheet(context)
