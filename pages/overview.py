"""Where do we stand, and what changed?"""

import streamlit as st

from analytics.kpis import kpis_for
from pages.parts.kpi_card import kpi_cards
from pages.parts.visit import Visit


def show(visit: Visit) -> None:
    """The KPIs of the audience as cards."""
    st.title(visit.text("overview.question"))
    kpi_cards(visit, kpis_for(visit.view.audience))
