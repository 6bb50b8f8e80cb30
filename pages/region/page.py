"""Which districts do we reach?"""

from pathlib import Path

import streamlit as st

from pages.parts.page_context import PageContext
from pages.region.choice import choice
from pages.region.coverage import coverage
from pages.region.data import is_anywhere, offered, spoken_of
from pages.region.district import district_panel
from pages.region.map import district_counts
from pages.region.ties import district_ties
from pages.region.year import year_choice

_STYLE = Path(__file__).with_name("region.css")


def show(context: PageContext) -> None:
    """One measure on the map and by rank, or the ties between districts; beneath, the district that is opened."""
    st.title(context.text("region.question"), anchor=False)
    st.html(_STYLE)
    whole = spoken_of(context, year_choice(context) if context.view.is_masked else None)
    measures = offered(whole)
    if not measures or not is_anywhere(whole):
        st.info(context.text("region.none"), icon=":material/location_off:")
        return
    if "organisations" in measures:
        coverage(whole)
    chosen = choice(whole, measures)
    if chosen.measure == "ties":
        district_ties(whole, chosen)
    else:
        district_counts(whole, chosen, outlined=context.scope.districts or ())
    district_panel(whole, chosen)
