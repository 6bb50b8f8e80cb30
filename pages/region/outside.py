"""What the map cannot show: what is counted elsewhere, abroad, or nobody knows where."""

import pandas as pd
import streamlit as st

from analytics.charts.region.areas import OUTSIDE
from analytics.language.language import UNDEFINED
from pages.parts.escape_markdown import escape_markdown
from pages.parts.page_context import PageContext
from pages.region.choice import RegionChoice


def outside(context: PageContext, frame: pd.DataFrame, choice: RegionChoice) -> None:
    """Beside the map: one number for each, and one for the rest of the state where the map does not show it."""
    st.markdown(f"**{escape_markdown(context.text('region.outside'))}**")
    with st.container(horizontal=True, key="region_outside"):
        rest = frame[~frame["district"].isin([*choice.of(frame)["district"], *OUTSIDE])]
        if len(rest):
            # A sum that holds a withheld number is withheld itself.
            total = rest["count"].sum(skipna=False)
            st.metric(context.text("region.rest"), UNDEFINED if pd.isna(total) else context.language.number(total))
        for token in OUTSIDE:
            row = frame[frame["district"] == token].iloc[0]
            sign = row.get("count_hidden") or UNDEFINED
            shown = sign if pd.isna(row["count"]) else context.language.number(row["count"])
            st.metric(context.text(f"scope.district_{token}"), shown)
    if choice.measure == "cooperations":
        st.caption(escape_markdown(context.text("region.outside_cooperations")))
