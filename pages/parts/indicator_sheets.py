"""Two sheets: indicators near the ERDF's, and the structure that cluster labels ask for."""

import streamlit as st

from pages.parts.cluster_sheet import cluster_sheet
from pages.parts.near_sheet import near_sheet
from pages.parts.visit import Visit


def indicator_sheets(visit: Visit) -> None:
    """Both sheets, for the whole network, whatever is chosen above."""
    st.header(visit.text("progress.sheets"), anchor=False)
    near_sheet(visit)
    cluster_sheet(visit)
