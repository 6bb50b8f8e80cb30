"""What the map cannot show: what is counted elsewhere, abroad, or nobody knows where."""

import pandas as pd
import streamlit as st

from analytics.charts.region.areas import OUTSIDE
from analytics.model.count_classes import CLASS
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.region.choice import RegionChoice
from pages.region.data import told_count


def outside(context: PageContext, frame: pd.DataFrame, choice: RegionChoice) -> None:
    """Beside the map: one number for each, and one for the rest of the state where the map does not show it."""
    st.markdown(f"**{escape_markdown(context.text('region.outside'))}**")
    with st.container(horizontal=True, key="region_outside"):
        rest = frame[~frame["district"].isin([*choice.of(frame)["district"], *OUTSIDE])]
        if len(rest) and f"count{CLASS}" not in rest:  # classes do not add up
            st.metric(context.text("region.rest"), context.language.number(rest["count"].sum()))
        for token in OUTSIDE:
            row = frame[frame["district"] == token].to_dict("records")[0]
            st.metric(context.text(f"scope.district_{token}"), told_count(context, row))
    if choice.measure == "cooperations":
        st.caption(escape_markdown(context.text("region.outside_cooperations")))
