"""Two sheets: indicators near the ERDF's, and the structure that cluster labels ask for."""

import streamlit as st

from pages.parts.visit import Visit
from pages.progress.cluster_sheet import cluster_sheet
from pages.progress.near_sheet import near_sheet


def indicator_sheets(visit: Visit) -> None:
    """Both sheets, for the whole network, whatever is chosen above."""
    st.header(visit.text("progress.sheets"), anchor=False)
    near_sheet(visit)
    cluster_sheet(visit)
